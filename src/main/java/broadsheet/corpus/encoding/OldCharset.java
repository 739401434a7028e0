package broadsheet.corpus.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Distinguishes pre-Unicode encodings by the frequencies of adjacent bytes. Source of the
 * statistics: ICU's {@link CharsetDetector}.
 */
final class OldCharset {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** The sample size in bytes: more is slower but no more accurate. */
  private static final int SAMPLE = 16 * 1024;

  /** With fewer non-ASCII bytes than this, there is nothing to go by. */
  private static final int FEWEST = 4;

  /** Latin text with fewer than one byte in this many beyond ASCII reveals nothing. */
  private static final int ASCII_PER_OTHER = 250;

  /**
   * The encodings accepted from the detector, and the Windows superset each is read as, if there is
   * one. Other results are not trusted.
   */
  private static final Map<String, String> READ_AS =
      Map.ofEntries(
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("windows-1252", "windows-1252"),
          Map.entry("ISO-8859-2", "ISO-8859-2"),
          Map.entry("windows-1250", "windows-1250"),
          Map.entry("ISO-8859-5", "ISO-8859-5"),
          Map.entry("windows-1251", "windows-1251"),
          Map.entry("KOI8-R", "KOI8-U"),
          Map.entry("ISO-8859-6", "ISO-8859-6"),
          Map.entry("windows-1256", "windows-1256"),
          Map.entry("ISO-8859-7", "ISO-8859-7"),
          Map.entry("windows-1253", "windows-1253"),
          Map.entry("ISO-8859-8", "windows-1255"),
          Map.entry("ISO-8859-8-I", "windows-1255"),
          Map.entry("windows-1255", "windows-1255"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("windows-1254", "windows-1254"),
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("EUC-JP", "EUC-JP"),
          Map.entry("GB18030", "GB18030"),
          Map.entry("Big5", "Big5-HKSCS"),
          Map.entry("EUC-KR", "x-windows-949"));

  /** Text with at least one byte in this many beyond ASCII may be in any script. */
  private static final int ASCII_PER_FOREIGN = 10;

  private OldCharset() {}

  /**
   * The encoding of bytes that are not entirely UTF-8.
   *
   * @return empty if they are UTF-8 with stray bytes
   */
  static Optional<Charset> of(byte[] bytes, int from, int length) {
    Bytes counts = Bytes.of(bytes, from, length);
    if (counts.areOfUtf8(length)) {
      return Optional.empty();
    }
    int other = counts.malformed() + counts.sequences();
    boolean tellsNothing = other < FEWEST && (long) other * ASCII_PER_OTHER < length;
    return Optional.of(tellsNothing ? WESTERN : detected(bytes, from, length));
  }

  private static Charset detected(byte[] bytes, int from, int length) {
    byte[] sample = Arrays.copyOfRange(bytes, from, from + Math.min(length, SAMPLE));
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    String name = match == null ? "" : READ_AS.getOrDefault(match.getName(), "");
    if (name.equals("ISO-8859-6") && hasControls(sample)) {
      return Charset.forName("windows-1256");
    }
    if (name.equals("ISO-8859-7") && hasGreekOfWindows(sample)) {
      return Charset.forName("windows-1253");
    }
    return name.isEmpty() ? WESTERN : Charset.forName(name);
  }

  /**
   * Control characters of ISO 8859, which text does not contain: in the Windows encodings they are
   * letters.
   */
  private static boolean hasControls(byte[] bytes) {
    for (byte b : bytes) {
      if ((b & 0xff) >= 0x80 && (b & 0xff) < 0xa0) {
        return true;
      }
    }
    return false;
  }

  /** The only letter with a different byte: a capital alpha with accent, before a letter. */
  private static boolean hasGreekOfWindows(byte[] bytes) {
    boolean has = false;
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == 0xb6) {
        return false;
      }
      has |= (bytes[i] & 0xff) == 0xa2 && (bytes[i + 1] & 0xff) >= 0xc0;
    }
    return has;
  }

  /**
   * Counts of the bytes and characters beyond ASCII.
   *
   * @param sequences the number of valid characters of UTF-8
   * @param western the number of those that are western letters and punctuation
   * @param malformed the number of bytes that are not UTF-8
   * @param areAlone whether each malformed byte is between bytes of ASCII
   * @param beyondAscii the number of all bytes beyond ASCII
   */
  private record Bytes(
      int sequences, int western, int malformed, boolean areAlone, int beyondAscii) {

    /**
     * Whether enough valid characters show that the malformed bytes are stray. Text that is mostly
     * ASCII needs fewer.
     *
     * @param length the length of the text in bytes
     */
    boolean areOfUtf8(int length) {
      boolean isMostlyAscii = (long) beyondAscii * ASCII_PER_FOREIGN < length;
      return sequences > 2 * malformed
          || (isMostlyAscii && areAlone && western >= Math.max(1, malformed));
    }

    static Bytes of(byte[] bytes, int from, int length) {
      int sequences = 0;
      int western = 0;
      int malformed = 0;
      boolean areAlone = true;
      int beyondAscii = 0;
      int end = from + length;
      for (int i = from; i < end; i++) {
        int following = following(bytes[i] & 0xff);
        if (bytes[i] < 0 && following > 0 && areContinuations(bytes, i + 1, following, end)) {
          sequences++;
          western += isWestern(bytes[i] & 0xff, bytes[i + 1] & 0xff) ? 1 : 0;
          beyondAscii += following + 1;
          i += following;
        } else if (bytes[i] < 0) {
          malformed++;
          areAlone &= (i == from || bytes[i - 1] >= 0) && (i + 1 == end || bytes[i + 1] >= 0);
          beyondAscii++;
        }
      }
      return new Bytes(sequences, western, malformed, areAlone, beyondAscii);
    }

    private static boolean isWestern(int lead, int next) {
      return lead == 0xc2 || lead == 0xc3 || (lead == 0xe2 && (next & 0xff) <= 0x84);
    }

    private static int following(int lead) {
      if (lead >= 0xc2 && lead < 0xe0) {
        return 1;
      }
      if (lead >= 0xe0 && lead < 0xf0) {
        return 2;
      }
      return lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    }

    private static boolean areContinuations(byte[] bytes, int from, int count, int end) {
      boolean are = from + count <= end;
      for (int i = from; are && i < from + count; i++) {
        are = (bytes[i] & 0xc0) == 0x80;
      }
      return are;
    }
  }
}
