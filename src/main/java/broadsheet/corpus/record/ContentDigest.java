package broadsheet.corpus.record;

import broadsheet.article.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 digest of a file's bytes, computed as they are read. For one thread. */
public final class ContentDigest {

  public static final int BUFFER = 128 * 1024;

  private final MessageDigest digest = Sha256.begin();

  public void update(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
  }

  /** The digest of all bytes read, in hexadecimal. Use once. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
