package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.lucene.furniture.Alikeness;
import broadsheet.lucene.furniture.FurnitureRule;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/**
 * Tells whether articles with a common run of words are otherwise not alike. A run is repeated
 * where at least {@link FurnitureRule#FEWEST} articles have it of which none is like another; a run
 * in more than {@value #MOST_COMPARED} articles is so without comparing them. More articles with a
 * run never make it less repeated. Not thread-safe.
 */
final class UnlikeArticles {

  /** Articles with a common run that are compared with each other. */
  static final int MOST_COMPARED = 50;

  private static final int CACHED = 2_000;

  private final IndexReader reader;
  private final Map<Long, Boolean> alike = new HashMap<>();
  private final BoundedCache<Integer, Read> articles = new BoundedCache<>(new HashMap<>(), CACHED);

  UnlikeArticles(IndexReader reader) {
    this.reader = reader;
  }

  /** An article with the runs of its words. */
  record Read(IndexedArticle article, WordRuns runs) {

    private static Read of(IndexReader reader, int document) {
      try {
        IndexedArticle article = Rewriting.read(reader, document);
        return new Read(article, WordRuns.of(article.article()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean isVersionOf(Read other) {
      Set<String> items = other.items();
      return items().stream().anyMatch(items::contains);
    }

    private Set<String> items() {
      return article.places().stream()
          .flatMap(place -> place.items().stream())
          .map(ItemVersion::key)
          .collect(Collectors.toSet());
    }
  }

  /** The article in a document. */
  Read read(int document) throws IOException {
    try {
      return articles.of(document, each -> Read.of(reader, each));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether a run that some articles have is repeated. */
  boolean areEnough(List<Integer> documents) throws IOException {
    if (documents.size() > MOST_COMPARED) {
      return true;
    }
    for (int i = 0; i < documents.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (areUnlike(documents.get(i), documents.get(j)) && hasThird(documents, i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an article before two others is like neither of them. */
  private boolean hasThird(List<Integer> documents, int one, int other) throws IOException {
    for (int third = 0; third < other; third++) {
      if (areUnlike(documents.get(one), documents.get(third))
          && areUnlike(documents.get(other), documents.get(third))) {
        return true;
      }
    }
    return false;
  }

  private boolean areUnlike(int one, int other) throws IOException {
    long pair = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    Boolean known = alike.get(pair);
    if (known == null) {
      Read first = read(one);
      Read second = read(other);
      known = first.isVersionOf(second) || Alikeness.areAlike(first.runs(), second.runs());
      alike.put(pair, known);
    }
    return !known;
  }
}
