package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.names.Candidates;
import broadsheet.names.tag.NameTagger;

/**
 * Looks for names in the articles of a session. Thread-safe.
 *
 * @param isOn whether it looks at all
 */
record Naming(boolean isOn) {

  /** The article with the names that it may mention; as it is where nobody looks for them. */
  IndexedArticle named(IndexedArticle indexed) {
    return isOn ? indexed.with(in(indexed.article().own())) : indexed;
  }

  private static Candidates in(Article article) {
    return NameTagger.isFor(article.language())
        ? NameTagger.english().candidates(article)
        : Candidates.NONE;
  }
}
