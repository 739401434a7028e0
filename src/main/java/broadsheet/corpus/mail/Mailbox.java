package broadsheet.corpus.mail;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.LineReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A mailbox in the format mbox: a message is an article. */
public final class Mailbox extends Format {
  private static final Pattern START =
      Pattern.compile("From \\S+ +(?:[A-Z][a-z]{2} +){2}\\d{1,2} +\\d\\d:\\d\\d.*", Pattern.DOTALL);

  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  /** The longest message; its attachments count. */
  static final int LONGEST = 48 << 20;

  static final String TOO_LONG = "longer than 48 MB";

  public Mailbox(DateReader dates) {
    super("mbox", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(START.matcher(peek.start()).matches());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    LineReader lines = new LineReader(in, LONGEST);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    long number = 0;
    boolean wasBlank = true;
    while (lines.next()) {
      boolean isStart = wasBlank && !lines.isTooLong() && isStart(lines);
      if (isStart) {
        take(message, number, records);
        message.reset();
        number++;
      } else if (number > 0 && message.size() <= LONGEST) {
        append(lines, message);
      }
      wasBlank = !lines.isTooLong() && lines.length() == 0;
    }
    take(message, number, records);
  }

  private void take(ByteArrayOutputStream message, long number, Records records)
      throws IOException {
    if (number > 0 && message.size() > LONGEST) {
      records.fail(number, TOO_LONG, "");
    } else if (number > 0) {
      InputStream in = new ByteArrayInputStream(message.toByteArray());
      MailArticle.take(in, number, records, dates);
    }
  }

  private static boolean isStart(LineReader lines) {
    if (!startsWith(lines, 0, FROM)) {
      return false;
    }
    String line =
        new String(
            lines.bytes(),
            lines.from(),
            Math.min(lines.length(), 400),
            StandardCharsets.ISO_8859_1);
    return START.matcher(line).matches();
  }

  /** A line that begins with {@code From} was quoted when the message was kept. */
  private static void append(LineReader lines, ByteArrayOutputStream message) {
    if (lines.isTooLong()) {
      message.writeBytes(new byte[LONGEST + 1]);
      return;
    }
    int quotes = 0;
    while (quotes < lines.length() && lines.bytes()[lines.from() + quotes] == '>') {
      quotes++;
    }
    int skipped = quotes > 0 && startsWith(lines, quotes, FROM) ? 1 : 0;
    message.write(lines.bytes(), lines.from() + skipped, lines.length() - skipped);
    message.write('\n');
  }

  private static boolean startsWith(LineReader lines, int at, byte[] start) {
    if (lines.length() - at < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (lines.bytes()[lines.from() + at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
