package broadsheet.lucene.words;

import broadsheet.lucene.analysis.FoldedWords;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.StoredFields;

/** Reads the words of articles from their stored texts. Not thread-safe. */
record TextWords(StoredFields stored) {

  private static final Set<String> READ =
      IndexSchema.DEFAULT_FIELDS.keySet().stream()
          .map(QueryField::label)
          .collect(Collectors.toUnmodifiableSet());

  /** Cuts text as for the index. Folded words are the same in every language. */
  private static final FoldedWords WORDS = new FoldedWords(StemmedLanguages.NONE);

  /** Receives the words. */
  interface Visitor {
    /** Begins a paragraph. */
    default void begin() {}

    /** Receives the next word. */
    void visit(String folded);
  }

  /** Visits the words of an article. */
  void read(int document, Visitor visitor) throws IOException {
    StoredArticle article = new StoredArticle(stored.document(document, READ));
    for (QueryField field : IndexSchema.DEFAULT_FIELDS.keySet()) {
      for (String paragraph : article.paragraphs(field)) {
        visitor.begin();
        WORDS.read(paragraph, (folded, _, _) -> visitor.visit(folded));
      }
    }
  }
}
