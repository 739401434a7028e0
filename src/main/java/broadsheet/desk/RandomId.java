package broadsheet.desk;

import java.security.SecureRandom;

/**
 * Makes the ids of saved searches and lists: eight letters and digits, too many to be made twice.
 * They are not reused, because the index may still hold arrivals of a removed search. Thread-safe.
 */
public final class RandomId {

  /** Without letters that are easily misread: l as 1, o as 0. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

  private static final String DIGITS = "23456789";
  private static final int LENGTH = 8;

  /** 2^99 of them: tried at any rate, none is found. */
  private static final int SECRET_LENGTH = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** A new one. */
  public static String next() {
    return next(LENGTH);
  }

  /** A new one that cannot be guessed: whoever knows it may see what it names. */
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
