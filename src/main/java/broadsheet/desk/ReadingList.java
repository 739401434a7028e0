package broadsheet.desk;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A named list of articles, without its entries. Immutable.
 *
 * @param id its permanent name in URLs; a few letters and digits
 * @param name its name for readers, at most {@value #LONGEST_NAME} characters
 * @param owner the user it belongs to; empty when it was made on a server without users
 * @param sharing the rights of other users
 * @param createdAt the time it was made
 * @param entries the number of its articles
 */
public record ReadingList(
    String id, String name, String owner, Sharing sharing, Instant createdAt, int entries) {

  /** The longest name, in UTF-16 units. */
  public static final int LONGEST_NAME = 100;

  /** Names that mean something else in a query: {@code list:any}, {@code list:read}. */
  public static final Set<String> RESERVED = Set.of("any", "read", "*");

  /** Whether users other than its owner see it. */
  public boolean isShared() {
    return sharing != Sharing.PRIVATE;
  }

  /** Whether it belongs to all users: it has no owner and is shared. */
  public boolean isOfAllUsers() {
    return owner.isEmpty() && isShared();
  }

  /** This list with another number of articles. */
  public ReadingList counting(int articles) {
    return new ReadingList(id, name, owner, sharing, createdAt, articles);
  }

  /** This list with another name and sharing. */
  public ReadingList changed(String newName, Sharing newSharing) {
    return new ReadingList(id, newName, owner, newSharing, createdAt, entries);
  }

  /**
   * This list with another owner.
   *
   * @param isTaken whether that owner has a list of that name; this one then gets a number
   */
  public ReadingList givenTo(String newOwner, Predicate<String> isTaken) {
    String free = name;
    for (int i = 2; isTaken.test(free); i++) {
      free = numbered(name, " (%s)".formatted(i));
    }
    return new ReadingList(id, free, newOwner, sharing, createdAt, entries);
  }

  private static String numbered(String name, String number) {
    int most = Math.min(name.length(), LONGEST_NAME - number.length());
    boolean isHalf = Character.isHighSurrogate(name.charAt(most - 1));
    return name.substring(0, isHalf ? most - 1 : most) + number;
  }

  /** The form in which names are compared, without differences of letter case and composition. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * A name in its stored form: on one line, and without quotes, which a query could not contain.
   *
   * @throws ListRuleException when nothing is left, or the name is too long or {@link #RESERVED}
   */
  public static String named(String typed) {
    String name =
        Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
            .replaceAll("[\"“”„«»]", "")
            .strip();
    if (name.isEmpty()) {
      throw new ListRuleException("A list needs a name.");
    }
    if (name.length() > LONGEST_NAME) {
      throw new ListRuleException(
          "The name of a list has at most %s characters.".formatted(LONGEST_NAME));
    }
    if (RESERVED.contains(key(name))) {
      throw new ListRuleException(
          "“%s” cannot be the name of a list: list:%s means something else in a search."
              .formatted(name, key(name)));
    }
    return name;
  }
}
