package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.LineReader;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * Files with one JSON object per line, each an article. Field names are those of {@link
 * FieldNames}.
 */
public final class JsonLines extends Format {
  /** The first line opens an object and closes it. */
  private static final Pattern FIRST_LINE = Pattern.compile("\\{[^\\n]*\\}\\s*(?:\\n|$)");

  /**
   * The first line opens an object with a field and is longer than the part of the file that is
   * seen.
   */
  private static final Pattern LONG_LINE = Pattern.compile("\\{\\s*\"[^\\n]*");

  private static final ObjectReader READER =
      LenientJson.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public JsonLines(DateReader dates) {
    super("jsonl", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    String start = peek.start();
    boolean isLine =
        FIRST_LINE.matcher(start).lookingAt()
            || (!peek.isWhole() && LONG_LINE.matcher(start).matches());
    boolean isNamed = peek.hasExtension("jsonl", "ndjson", "jl") && !start.startsWith("[");
    return Recognition.mineIf((isLine || isNamed) && !isDocument(peek));
  }

  /** A document on one line, or one whose first line wraps many articles. */
  private boolean isDocument(Peek peek) {
    String start = peek.start();
    boolean isSole = peek.isWhole() && !start.strip().contains("\n") && peek.hasExtension("json");
    return isSole || JsonNames.isFeed(start) || wrapsArticles(start, peek.file());
  }

  private boolean wrapsArticles(String start, SourceFile file) {
    int end = start.indexOf('\n');
    String line = end < 0 ? start : start.substring(0, end);
    try {
      return JsonStream.wrapsArticles(new StringReader(line), file, dates);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    LineReader lines = new LineReader(in, Records.LONGEST_RECORD);
    while (lines.next()) {
      if (lines.isTooLong()) {
        records.fail(lines.number(), Records.TOO_LONG, "");
      } else if (!isBlank(lines)) {
        records.take(
            lines.number(),
            () -> new JsonArticle(object(lines), records, lines.number()).article(dates));
      }
    }
  }

  private static ObjectNode object(LineReader lines) throws NotAnArticle {
    JsonNode node = parsed(lines);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw NotAnArticle.failed("not a JSON object", node.getNodeType().toString());
  }

  private static JsonNode parsed(LineReader lines) throws NotAnArticle {
    try {
      return READER.readTree(lines.bytes(), lines.from(), lines.length());
    } catch (IOException e) {
      return parsedAsText(lines, e);
    }
  }

  /** A line that is not UTF-8 may still be JSON. */
  private static JsonNode parsedAsText(LineReader lines, IOException asUtf8) throws NotAnArticle {
    String text = Decoding.text(lines.bytes(), lines.from(), lines.length());
    boolean isUtf8 = Decoding.isUtf8(lines.bytes(), lines.from(), lines.length());
    if (isUtf8 && !text.startsWith("\ufeff")) {
      throw notJson(asUtf8);
    }
    try {
      return READER.readTree(text);
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  private static NotAnArticle notJson(IOException e) {
    return e instanceof JsonProcessingException json
        ? NotAnArticle.failed(LenientJson.reason(json), json.getOriginalMessage())
        : NotAnArticle.failed("not JSON", String.valueOf(e.getMessage()));
  }

  private static boolean isBlank(LineReader lines) {
    for (int i = lines.from(); i < lines.from() + lines.length(); i++) {
      if (lines.bytes()[i] < 0 || lines.bytes()[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
