package broadsheet.receipt;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.ArchivedSearch.ArticleTaker;
import broadsheet.receipt.ArticleSet.MonthSum;
import broadsheet.receipt.Replay.ChangedArticle;
import broadsheet.receipt.Replay.Difference;
import broadsheet.receipt.Replay.MonthChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the articles of a receipt with those found today. An article with the same text is the
 * same, whatever its id; one with the same id and another text has changed. Memory grows with the
 * articles of the receipt and with the months. Not thread-safe.
 */
final class ArticleComparison implements ArticleTaker {

  private final ArticleSet then;
  private final ArticleCollector today = new ArticleCollector();
  private final Map<String, ArticleRef> missing = new HashMap<>();
  private final Map<String, String> textsOfIds = new HashMap<>();

  /** Articles with other texts under an id of the receipt. */
  private final List<ArticleRef> other = new ArrayList<>();

  private final List<ArticleRef> added = new ArrayList<>();
  private long count;
  private long newcomers;

  ArticleComparison(ArticleSet then) {
    this.then = then;
    for (ArticleRef article : then.articles()) {
      missing.put(article.fingerprint(), article);
      textsOfIds.put(article.id(), article.fingerprint());
    }
  }

  @Override
  public void take(ArticleRef article, String month) {
    count++;
    if (!isNamed()) {
      today.take(article, month);
    } else if (missing.remove(article.fingerprint()) == null) {
      if (textsOfIds.containsKey(article.id())) {
        other.add(article);
      } else {
        add(article);
      }
    }
  }

  private boolean isNamed() {
    return then.months().isEmpty();
  }

  private void add(ArticleRef article) {
    newcomers++;
    if (added.size() < Replay.MOST_LISTED) {
      added.add(article);
    }
  }

  /** The number of articles taken. */
  long count() {
    return count;
  }

  /** The texts that were not taken; none where the receipt does not name its articles. */
  Set<String> missing() {
    return Set.copyOf(missing.keySet());
  }

  /** Whether all texts are the same. Asked after all articles were taken. */
  boolean isSame() {
    return isNamed()
        ? missing.isEmpty() && other.isEmpty() && newcomers == 0
        : today.set().digest().equals(then.digest()) && count == then.count();
  }

  /** The difference. Asked once, after all articles were taken. */
  Difference difference() {
    return isNamed() ? ofArticles() : ofMonths();
  }

  private Difference ofArticles() {
    List<ChangedArticle> changed = new ArrayList<>();
    for (ArticleRef article : other) {
      String before = String.valueOf(textsOfIds.get(article.id()));
      if (missing.remove(before) == null) {
        add(article); // its text of then is still there, under another id
      } else {
        changed.add(new ChangedArticle(article.id(), before, article.fingerprint()));
      }
    }
    changed.sort(Comparator.comparing(ChangedArticle::id));
    return new Difference(
        newcomers,
        missing.size(),
        changed.size(),
        sorted(added),
        sorted(missing.values().stream().toList()),
        changed,
        List.of());
  }

  private static List<ArticleRef> sorted(List<ArticleRef> articles) {
    return articles.stream().sorted(Comparator.comparing(ArticleRef::id)).toList();
  }

  private Difference ofMonths() {
    Map<String, MonthSum> before = byMonth(then.months());
    Map<String, MonthSum> after = byMonth(today.months());
    TreeSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    List<MonthChange> changes = new ArrayList<>();
    for (String month : all) {
      MonthSum first = before.get(month);
      MonthSum second = after.get(month);
      if (first == null || !first.equals(second)) {
        changes.add(
            new MonthChange(
                month, first == null ? 0 : first.count(), second == null ? 0 : second.count()));
      }
    }
    return new Difference(0, 0, 0, List.of(), List.of(), List.of(), changes);
  }

  private static Map<String, MonthSum> byMonth(List<MonthSum> months) {
    Map<String, MonthSum> byMonth = new TreeMap<>();
    months.forEach(month -> byMonth.put(month.month(), month));
    return byMonth;
  }
}
