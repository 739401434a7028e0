package broadsheet.export;

import broadsheet.engine.result.NamedArticle;
import java.io.IOException;

/** Writes articles one by one without keeping them. Not thread-safe. */
public interface ArticleWriter {

  /** Writes an article. */
  default void write(NamedArticle article) throws IOException {
    write(article, "");
  }

  /**
   * Writes an article with a reader's note on it.
   *
   * @param note empty for none
   */
  void write(NamedArticle article, String note) throws IOException;

  /** Writes a remark for people, before the first article; nothing where the format has no room. */
  default void remark(String text) throws IOException {}

  /** Writes anything buffered; the underlying stream stays open. */
  void finish() throws IOException;
}
