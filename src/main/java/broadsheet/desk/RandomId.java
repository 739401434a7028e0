package broadsheet.desk;

import java.security.SecureRandom;

/**
 * Makes the ids of saved searches and lists: eight letters and digits, too many to be made twice or
 * guessed. They are not reused, because the index may still hold arrivals of a removed search.
 * Thread-safe.
 */
public final class RandomId {

  /** Without letters that are easily misread: l as 1, o as 0. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

  private static final String DIGITS = "23456789";
  private static final int LENGTH = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** A new one. */
  public static String next() {
    StringBuilder id = new StringBuilder();
    while (id.length() < LENGTH) {
      String from = id.isEmpty() ? LETTERS : LETTERS + DIGITS;
      id.append(from.charAt(RANDOM.nextInt(from.length())));
    }
    return id.toString();
  }
}
