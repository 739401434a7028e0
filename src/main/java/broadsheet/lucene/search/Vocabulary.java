package broadsheet.lucene.search;

import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Which terms the index knows, so that languages whose stems of a word it does not know need not be
 * told apart. Remembers what it looked up. Not shared between threads.
 */
final class Vocabulary {

  private final IndexReader reader;
  private final boolean isAsked;
  private final Map<Term, Integer> articles = new HashMap<>();

  /**
   * @param isAsked whether it is worth looking: where there is one language, it is not
   */
  Vocabulary(IndexReader reader, boolean isAsked) {
    this.reader = reader;
    this.isAsked = isAsked;
  }

  /** Whether a field may hold the term; true as well where nobody looks. */
  boolean mayHave(QueryField field, BytesRef term) {
    return !isAsked || articles(new Term(field.label(), term)) > 0;
  }

  private int articles(Term term) {
    return articles.computeIfAbsent(term, this::counted);
  }

  private int counted(Term term) {
    try {
      return reader.docFreq(term);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How rare it is that a field has any of these terms: BM25's inverse document frequency, the
   * terms taken to be independent of each other.
   */
  double rarity(QueryField field, Collection<BytesRef> terms) {
    double none = 1;
    for (BytesRef term : terms) {
      none *= 1 - Math.min(1, articles(new Term(field.label(), term)) / articles());
    }
    return rarity((1 - none) * articles());
  }

  /** The sum of the rarities of each term that a field has by itself. */
  double raritiesAlone(QueryField field, Collection<BytesRef> terms) {
    return terms.stream()
        .mapToInt(term -> articles(new Term(field.label(), term)))
        .filter(articles -> articles > 0)
        .mapToDouble(this::rarity)
        .sum();
  }

  private double rarity(double articles) {
    return Math.log(1 + (articles() - articles + 0.5) / (articles + 0.5));
  }

  private double articles() {
    return Math.max(1, reader.numDocs());
  }
}
