package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * JSON files other than one object per line: arrays of objects, a single object over many lines,
 * consecutive objects, and objects that wrap a list of articles under some name.
 */
public final class JsonDocuments extends Format {
  private static final Pattern BEGINNING =
      Pattern.compile("\\{\\s*(?:\"|\\})|\\[\\s*(?:\\{|\\[\\s*\\{)");

  /** A list of words or numbers. */
  private static final Pattern WITHOUT_OBJECTS = Pattern.compile("\\[\\s*[^\\s\\[{\\]]");

  public JsonDocuments(DateReader dates) {
    super("json", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    String start = peek.start();
    boolean isNamed =
        peek.hasExtension("json", "jsonl", "ndjson", "jl")
            && (start.startsWith("[") || start.startsWith("{"));
    if (JsonNames.isFeed(start) || !(isNamed || BEGINNING.matcher(start).lookingAt())) {
      return Recognition.NOT_MINE;
    }
    return WITHOUT_OBJECTS.matcher(start).lookingAt()
        ? Recognition.noArticle("JSON, but not of articles")
        : Recognition.MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    new JsonStream(Decoding.reader(in), records, dates).read();
  }
}
