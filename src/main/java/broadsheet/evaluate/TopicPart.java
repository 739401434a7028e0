package broadsheet.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A half of any topics, so that a ranking can be tuned on one and reported on the other. A topic is
 * always in the same half, whatever the others are: its number's checksum (CRC-32) decides.
 */
public enum TopicPart {
  EVEN,
  ODD,
  ALL;

  /** Of the higher bits, which depend on the whole number. */
  private static final int BIT = 16;

  /** Whether the topic of that number is in it. */
  public boolean has(String number) {
    CRC32 checksum = new CRC32();
    checksum.update(number.getBytes(StandardCharsets.UTF_8));
    boolean isOdd = (checksum.getValue() >> BIT & 1) == 1;
    return this == ALL || isOdd == (this == ODD);
  }
}
