package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.lucene.furniture.SeenRuns;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.IndexedArticle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds articles back until others were read, to know what their sources repeat before they are
 * analysed: once until the samples of others are counted, and once until their compared runs are.
 * The memory decides how many wait. Thread-safe.
 */
final class Foresight {

  /** Bytes of memory for each character that is held back. */
  private static final int SHARE = 64;

  private final SeenRuns seen = new SeenRuns();
  private final Delay sampled = new Delay();
  private final Delay compared = new Delay();
  private final Consumer<IndexedArticle> next;

  /**
   * @param next takes an article when it has waited long enough
   */
  Foresight(Consumer<IndexedArticle> next) {
    this.next = next;
  }

  /** Articles in the order in which they came. */
  private static final class Delay {
    private static final long MOST = Runtime.getRuntime().maxMemory() / SHARE;

    private final Deque<IndexedArticle> articles = new ArrayDeque<>();
    private long length;

    synchronized void add(IndexedArticle article) {
      articles.add(article);
      length += length(article.article());
    }

    /** Takes the first article if the articles are long enough, or in any case; null if none is. */
    synchronized @Nullable IndexedArticle poll(boolean isLast) {
      IndexedArticle first = isLast || length > MOST ? articles.poll() : null;
      length -= first == null ? 0 : length(first.article());
      return first;
    }
  }

  /** The number of characters in the body of an article. */
  static int length(Article article) {
    return article.paragraphs().stream().mapToInt(String::length).sum();
  }

  void add(IndexedArticle article) {
    seen.count(WordRuns.of(article.article()));
    sampled.add(article);
    pass(false);
  }

  /** Passes on all articles. */
  void finish() {
    pass(true);
  }

  private void pass(boolean isLast) {
    for (IndexedArticle each = sampled.poll(isLast); each != null; each = sampled.poll(isLast)) {
      seen.compare(WordRuns.of(each.article()));
      compared.add(each);
    }
    for (IndexedArticle each = compared.poll(isLast); each != null; each = compared.poll(isLast)) {
      next.accept(each);
    }
  }

  /** The article with the furniture that those before it lead to expect. */
  IndexedArticle foreseen(IndexedArticle article, WordRuns runs) {
    SeenRuns.Foreseen foreseen = seen.foresee(runs);
    return article.with(foreseen.zones(), foreseen.furniture());
  }
}
