package broadsheet.corpus.record;

import broadsheet.article.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 digest of a file's bytes, computed as they are read. For one thread. */
public final class ContentDigest {

  public static final int BUFFER = 128 * 1024;

  private final MessageDigest digest = Sha256.begin();

  public void update(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
  }

  /** The digest of a whole file, in hexadecimal. */
  public static String of(InputStream file) throws IOException {
    ContentDigest digest = new ContentDigest();
    byte[] buffer = new byte[BUFFER];
    for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return digest.hex();
  }

  /** The digest of all bytes read, in hexadecimal. Use once. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
