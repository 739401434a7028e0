package broadsheet.article;

import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;

/**
 * A version of an item, as its provider names and counts them. All versions of an item have the
 * same key. Immutable.
 *
 * @param key unique among the items of all providers; never empty
 * @param version the version as the provider writes it; empty if it does not count versions
 * @param changedAt when the version was made, in ISO 8601 as precisely as stated; empty if not
 *     stated
 */
public record ItemVersion(String key, String version, String changedAt) {

  /**
   * Sorts versions of one item, the latest last: by version, then by the time of change. One that
   * is not stated comes before any other.
   */
  public static final Comparator<ItemVersion> BY_AGE =
      Comparator.comparing(ItemVersion::version, ItemVersion::compareVersions)
          .thenComparing(item -> item.changedAt);

  /** 96 bits of a hash: the keys of a billion items collide with a chance of 6 in 10^12. */
  private static final int KEY_BYTES = 12;

  /** Splits a version at the borders of its numbers. */
  private static final String NUMBER_BORDER = "(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)";

  /**
   * @throws IllegalArgumentException when the key is empty
   */
  public ItemVersion {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("an item without a key");
    }
  }

  /**
   * Names a version of an item by a hash of its scope and name.
   *
   * @param scope the namespace in which the name is unique; empty for a globally unique name
   * @param name the provider's name for the item
   */
  public static ItemVersion of(String scope, String name, String version) {
    byte[] hash = Sha256.of(scope + '\0' + name);
    String key = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, KEY_BYTES));
    return new ItemVersion(key, version, "");
  }

  /**
   * This version with the time at which it was made, unless that is stated already.
   *
   * @param time in ISO 8601; in UTC from then on, if it has an offset
   */
  public ItemVersion changedAt(String time) {
    return changedAt.isEmpty() ? new ItemVersion(key, version, utc(time)) : this;
  }

  private static String utc(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeParseException e) {
      return time; // only a day, or a time without an offset
    }
  }

  /**
   * Whether a notice that withdraws this version also withdraws another: it withdraws all versions
   * up to its own, and one that names no version withdraws all. A version that is not stated counts
   * as earlier than any other.
   */
  public boolean withdraws(ItemVersion other) {
    return key.equals(other.key)
        && (version.isEmpty() || compareVersions(other.version, version) <= 0);
  }

  /** Returns the one of two notices about an item that withdraws more versions. */
  public ItemVersion orWider(ItemVersion other) {
    return !version.isEmpty() && other.withdraws(this) ? other : this;
  }

  /** Compares numbers by value and everything else as text: {@code 9}, {@code 10}, {@code 10.1}. */
  private static int compareVersions(String one, String other) {
    String[] ours = one.split(NUMBER_BORDER, -1);
    String[] theirs = other.split(NUMBER_BORDER, -1);
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      int order = comparePieces(ours[i], theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ours.length, theirs.length);
  }

  private static int comparePieces(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String piece) {
    return !piece.isEmpty() && piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
  }
}
