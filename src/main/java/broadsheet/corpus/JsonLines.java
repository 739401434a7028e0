package broadsheet.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Files with a JSON object a line, each an article. Field names are known by {@link FieldNames}.
 */
final class JsonLines implements Format {
  /** The first line opens an object and closes it. */
  private static final Pattern FIRST_LINE = Pattern.compile("\\{[^\\n]*\\}\\s*(?:\\n|$)");

  /** The first line opens an object with a field and goes on past what is seen of the file. */
  private static final Pattern LONG_LINE = Pattern.compile("\\{\\s*\"[^\\n]*");

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final DateReader dates;

  JsonLines(DateReader dates) {
    this.dates = dates;
  }

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public Recognition recognise(Peek peek) {
    String start = peek.start();
    boolean isLine =
        FIRST_LINE.matcher(start).lookingAt()
            || (!peek.isWhole() && LONG_LINE.matcher(start).matches());
    boolean isNamed = peek.hasExtension("jsonl", "ndjson", "jl") && !start.startsWith("[");
    return isLine || isNamed ? Recognition.MINE : Recognition.NOT_MINE;
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

  /** A line that is no UTF-8 may be JSON all the same. */
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
    String detail =
        e instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(e.getMessage());
    return NotAnArticle.failed("not JSON", detail);
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
