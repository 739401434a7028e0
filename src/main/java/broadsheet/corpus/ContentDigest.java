package broadsheet.corpus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of a file's bytes, taken as they pass. For one thread. */
final class ContentDigest {

  static final int BUFFER = 128 * 1024;

  private final MessageDigest digest = sha256();

  void update(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
  }

  void update(byte single) {
    digest.update(single);
  }

  /** The digest of all that has passed, in hexadecimal. Use once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
