package broadsheet.receipt;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.ArchivedSearch.ArticleTaker;
import broadsheet.receipt.ArticleSet.MonthSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects articles into a set. Memory grows with the months, and with the articles up to {@value
 * ArticleSet#MOST_NAMED}. Not thread-safe.
 */
final class ArticleCollector implements ArticleTaker {

  private final TextDigest all = new TextDigest();
  private final Map<String, TextDigest> months = new TreeMap<>();
  private final List<ArticleRef> named = new ArrayList<>();

  @Override
  public void take(ArticleRef article, String month) {
    all.add(article.fingerprint());
    months.computeIfAbsent(month, _ -> new TextDigest()).add(article.fingerprint());
    if (all.count() <= ArticleSet.MOST_NAMED) {
      named.add(article);
    } else {
      named.clear();
    }
  }

  ArticleSet set() {
    boolean isNamed = all.count() <= ArticleSet.MOST_NAMED;
    return new ArticleSet(
        all.count(),
        all.hex(),
        named.stream().sorted(Comparator.comparing(ArticleRef::id)).toList(),
        isNamed ? List.of() : months());
  }

  /** The sums of the months, sorted. */
  List<MonthSum> months() {
    return months.entrySet().stream()
        .map(each -> new MonthSum(each.getKey(), each.getValue().count(), each.getValue().hex()))
        .toList();
  }
}
