package broadsheet.web.takeaway;

import broadsheet.article.Article;
import java.io.IOException;

/** Writes articles one after the other, keeping none. Not shared between threads. */
interface ArticleWriter {

  /** Writes one. */
  void write(Article article) throws IOException;

  /** Writes what was held back; the stream below stays open. */
  void finish() throws IOException;
}
