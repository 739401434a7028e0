package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.lucene.furniture.Alikeness;
import broadsheet.lucene.furniture.FurnitureRule;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/**
 * Tells whether articles with a common run of words are otherwise not alike. A run is repeated
 * where {@link FurnitureRule#FEWEST}, so three, articles have it of which none is like another: a
 * story that is printed a thousand times is not. More articles with a run never make it less
 * repeated. Not thread-safe.
 */
final class UnlikeArticles {

  /** Up to so many articles are each compared with each other. */
  private static final int FEW = 50;

  /** If there are more, all are compared with each of so many. */
  private static final int FIRST = 8;

  private static final int CACHED = 2_000;
  private static final int PAIRS = 500_000;

  private final IndexReader reader;
  private final BoundedCache<Long, Boolean> alike = new BoundedCache<>(new HashMap<>(), PAIRS);
  private final BoundedCache<Integer, Read> articles = new BoundedCache<>(new HashMap<>(), CACHED);

  UnlikeArticles(IndexReader reader) {
    this.reader = reader;
  }

  /** An article with the runs of its words. */
  record Read(IndexedArticle article, WordRuns runs) {

    private static Read of(IndexReader reader, int document) {
      try {
        IndexedArticle article = DocumentRewriter.read(reader, document);
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
    int first = documents.size() <= FEW ? documents.size() : FIRST;
    for (int i = 0; i < first; i++) {
      if (hasTwoOthers(documents, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two later articles are like neither an article nor each other. */
  private boolean hasTwoOthers(List<Integer> documents, int article) throws IOException {
    List<Integer> unlike = new ArrayList<>();
    for (int other : documents.subList(article + 1, documents.size())) {
      if (areUnlike(documents.get(article), other)) {
        for (int third : unlike) {
          if (areUnlike(other, third)) {
            return true;
          }
        }
        unlike.add(other);
      }
    }
    return false;
  }

  private boolean areUnlike(int one, int other) throws IOException {
    long pair = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    try {
      return !alike.of(pair, _ -> areAlike(one, other));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean areAlike(int one, int other) {
    try {
      Read first = read(one);
      Read second = read(other);
      return first.isVersionOf(second) || Alikeness.areAlike(first.runs(), second.runs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
