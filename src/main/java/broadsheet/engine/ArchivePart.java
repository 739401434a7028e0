package broadsheet.engine;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A partition of an archive's files for parallel indexing, each by a process of its own. Each file
 * belongs to one part, by a hash of its path. Immutable.
 *
 * @param number from 1
 * @param of the number of parts, at most {@value #MOST}
 */
public record ArchivePart(int number, int of) {

  /** Each part is an index of its own until all are joined. */
  public static final int MOST = 1_000;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * @throws IllegalArgumentException when there is no such part
   */
  public ArchivePart {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException("no part: " + number + "/" + of);
    }
  }

  /** Reads {@code 2/4}, the second of four parts; empty if the text is not of this form. */
  public static Optional<ArchivePart> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return number >= 1 && number <= of && of <= MOST
        ? Optional.of(new ArchivePart(number, of))
        : Optional.empty();
  }

  /** Whether a file belongs to it, by its absolute path. */
  public boolean holds(String path) {
    CRC32C hash = new CRC32C();
    hash.update(path.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % of == number - 1;
  }

  /** The form that {@link #of(String)} reads. */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
