package broadsheet.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One half of a set of topics, so that a ranking can be tuned on one half and reported on the
 * other. The checksum of its number (CRC-32) decides to which half a topic belongs, so it never
 * depends on the other topics.
 */
public enum TopicPart {
  EVEN,
  ODD,
  ALL;

  /** One of the higher bits, which depend on the whole number. */
  private static final int BIT = 16;

  /** Whether this half has the topic with that number. */
  public boolean has(String number) {
    CRC32 checksum = new CRC32();
    checksum.update(number.getBytes(StandardCharsets.UTF_8));
    boolean isOdd = (checksum.getValue() >> BIT & 1) == 1;
    return this == ALL || isOdd == (this == ODD);
  }
}
