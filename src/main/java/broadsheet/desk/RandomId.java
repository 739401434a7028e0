package broadsheet.desk;

import java.security.SecureRandom;

/**
 * Makes the ids of saved searches and lists: eight letters and digits, enough to make a repetition
 * very unlikely. Ids must not recur, because the address of a removed search may still be followed.
 * Thread-safe.
 */
public final class RandomId {

  /** All but the letters that are easily misread: l as 1, o as 0. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

  private static final String DIGITS = "23456789";
  private static final int LENGTH = 8;

  /** Some 2^99 ids, too many to find one by trying. */
  private static final int SECRET_LENGTH = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** A new id. */
  public static String next() {
    return next(LENGTH);
  }

  /** A new id that cannot be guessed, for things that anyone who knows the id may see. */
  public static String secret() {
    return next(SECRET_LENGTH);
  }

  private static String next(int length) {
    StringBuilder id = new StringBuilder();
    while (id.length() < length) {
      String from = id.isEmpty() ? LETTERS : LETTERS + DIGITS;
      id.append(from.charAt(RANDOM.nextInt(from.length())));
    }
    return id.toString();
  }
}
