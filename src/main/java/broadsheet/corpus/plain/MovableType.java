package broadsheet.corpus.plain;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.LineReader;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The export of a site in the format of Movable Type, which TypePad, Hatena Blog and others write
 * as well: an entry is an article. Holds one entry at a time. Source:
 * https://movabletype.org/documentation/appendices/import-export-format.html.
 */
public final class MovableType extends Format {
  private static final Pattern START =
      Pattern.compile(
          "(?:(?:[A-Z][A-Z0-9 _-]{2,40}:[^\\n]*+)?+\\r?\\n){1,60}+-----[ \\t\\r]*\\n"
              + "(?:(?:EXTENDED )?BODY|EXCERPT|KEYWORDS|COMMENT|PING):");

  private static final String END = "--------";

  public MovableType(DateReader dates) {
    super("movable-type", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(START.matcher(peek.start()).lookingAt());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    LineReader lines = new LineReader(in, Records.LONGEST_RECORD);
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    long number = 0;
    boolean isTooLong = false;
    while (lines.next()) {
      isTooLong |= lines.isTooLong() || entry.size() > Records.LONGEST_RECORD;
      if (isEnd(lines)) {
        number = take(entry, isTooLong, number, records);
        entry.reset();
        isTooLong = false;
      } else if (!isTooLong) {
        entry.write(lines.bytes(), lines.from(), lines.length());
        entry.write('\n');
      }
    }
    take(entry, isTooLong, number, records);
  }

  private static boolean isEnd(LineReader line) {
    return !line.isTooLong()
        && line.length() >= END.length()
        && new String(line.bytes(), line.from(), line.length(), StandardCharsets.ISO_8859_1)
            .stripTrailing()
            .equals(END);
  }

  /** Takes an entry, if there is one, and returns the number of entries so far. */
  private long take(ByteArrayOutputStream bytes, boolean isTooLong, long before, Records records) {
    long number = before + 1;
    if (isTooLong) {
      records.fail(number, Records.TOO_LONG, "");
      return number;
    }
    byte[] all = bytes.toByteArray();
    Optional<MovableTypeEntry> entry = MovableTypeEntry.of(Decoding.text(all, 0, all.length));
    entry.ifPresent(
        e ->
            records.take(
                number, () -> new JsonArticle(e.fields(), records, number).article(dates)));
    return entry.isPresent() ? number : before;
  }
}
