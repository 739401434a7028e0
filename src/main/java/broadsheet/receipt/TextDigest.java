package broadsheet.receipt;

import broadsheet.article.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An order-independent, incremental digest of a set of texts: the sum, modulo 2^256, of the SHA-256
 * of each fingerprint written as hexadecimal digits. The order of adding does not matter and memory
 * is constant, so a set of any size is digested as it is read. It shows differences that happen,
 * not forgeries: whoever may choose texts freely could build another set with the same sum (Wagner,
 * "A generalized birthday problem", CRYPTO 2002). Not thread-safe.
 */
final class TextDigest {

  private static final int BYTES = 32;
  private static final BigInteger MODULUS = BigInteger.TWO.pow(Byte.SIZE * BYTES);

  private final MessageDigest sha256 = Sha256.begin();
  private BigInteger sum = BigInteger.ZERO;
  private long count;

  void add(String fingerprint) {
    byte[] hash = sha256.digest(fingerprint.getBytes(StandardCharsets.US_ASCII));
    sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
    count++;
  }

  /** The number of texts added. */
  long count() {
    return count;
  }

  /** The sum as 64 hexadecimal digits. */
  String hex() {
    return String.format(Locale.ROOT, "%064x", sum);
  }

  /** The SHA-256 of a text, as hexadecimal digits. */
  static String sha256(String text) {
    byte[] hash = Sha256.of(text);
    return HexFormat.of().formatHex(hash);
  }
}
