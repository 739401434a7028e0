package broadsheet.web.takeaway;

import broadsheet.article.Article;
import java.io.IOException;

/** Writes articles one by one without keeping them. Not thread-safe. */
interface ArticleWriter {

  void write(Article article) throws IOException;

  /** Writes anything buffered; the underlying stream stays open. */
  void finish() throws IOException;
}
