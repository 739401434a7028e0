package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.article.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Makes ids that are the same at every reading, from a record's own id, its address or its place.
 */
final class ArticleId {
  private static final int LONGEST = 200;
  private static final int HASH_BYTES = 8;

  private ArticleId() {}

  /** From a path without its extension: {@code business/001} gives {@code business-001}. */
  static String ofPath(String stem) {
    return valid(stem);
  }

  /** From the record's own id. An address is treated as its url. */
  static String ofOwn(String id) {
    return id.contains("://") ? ofUrl(id) : valid(id);
  }

  /** {@code u-} and a hash of the url. */
  static String ofUrl(String url) {
    return "u-" + hash(url);
  }

  /** Replaces characters an id may not contain; a very long id becomes {@code h-} and its hash. */
  private static String valid(String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (name.length() > LONGEST) {
      return "h-" + hash(name);
    }
    StringBuilder id = new StringBuilder(name.length());
    name.codePoints().map(c -> Article.isIdCharacter(c) ? c : '-').forEach(id::appendCodePoint);
    boolean isDots = id.chars().allMatch(c -> c == '.');
    return isDots ? "-".repeat(Math.max(1, id.length())) : id.toString();
  }

  private static String hash(String text) {
    byte[] digest = Sha256.of(text);
    return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
  }
}
