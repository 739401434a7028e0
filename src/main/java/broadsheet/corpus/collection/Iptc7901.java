package broadsheet.corpus.collection;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.BoundedBytes;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Wire text in the format of IPTC 7901: messages between control characters, one or many per file.
 * Holds one message at a time. Source: "The IPTC Recommended Message Format", IPTC 7901, 5th
 * edition, 1995.
 */
public final class Iptc7901 extends Format {
  /** Start of heading, start of text, end of text, end of transmission. */
  public static final char SOH = '\u0001';

  public static final char STX = '\u0002';
  static final char ETX = '\u0003';
  public static final char EOT = '\u0004';

  private static final Pattern FIRST =
      Pattern.compile("[\\s\u0016\u007f]*\u0001" + WireMessage.HEADING + "[^\u0002]*\u0002");

  public Iptc7901(DateReader dates) {
    super("iptc7901", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(FIRST.matcher(peek.head()).lookingAt());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    BoundedBytes message = new BoundedBytes(Records.LONGEST_RECORD);
    long number = 0;
    boolean isOpen = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (isOpen && (c == SOH || c == EOT)) {
        take(message, number, records);
        isOpen = false;
      }
      if (c == SOH) {
        message.clear();
        number++;
        isOpen = true;
      } else if (isOpen) {
        message.write(c);
      }
    }
    if (isOpen) {
      take(message, number, records);
    }
  }

  private void take(BoundedBytes message, long number, Records records) {
    if (message.isOverflown()) {
      records.fail(number, Records.TOO_LONG, "");
      return;
    }
    byte[] bytes = message.toByteArray();
    String text = Decoding.text(bytes, 0, bytes.length);
    records.take(number, () -> WireMessage.of(text).article(records, number, dates));
  }
}
