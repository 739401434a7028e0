package broadsheet.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.ArticleSet.MonthSum;
import broadsheet.receipt.Replay.ChangedArticle;
import broadsheet.receipt.Replay.Difference;
import broadsheet.receipt.Replay.MonthChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArticleComparisonTest {

  private static final String MONTH = "2015-03";

  private static ArticleRef ref(String id, int text) {
    return new ArticleRef(id, String.format(Locale.ROOT, "%032x", text));
  }

  private static ArticleSet set(ArticleRef... articles) {
    ArticleCollector collector = new ArticleCollector();
    List.of(articles).forEach(article -> collector.take(article, MONTH));
    return collector.set();
  }

  private static ArticleComparison compared(ArticleSet then, ArticleRef... today) {
    ArticleComparison comparison = new ArticleComparison(then);
    List.of(today).forEach(article -> comparison.take(article, MONTH));
    return comparison;
  }

  @Test
  void theOrderDoesNotMatter() {
    ArticleRef[] articles = {ref("a", 1), ref("b", 2), ref("c", 3)};
    ArticleRef[] turned = {ref("c", 3), ref("a", 1), ref("b", 2)};
    assertThat(set(articles)).isEqualTo(set(turned));
    assertThat(compared(set(articles), turned).isSame()).isTrue();
  }

  @Test
  void anArticleIsKnownByItsTextWhereverItIs() {
    ArticleComparison moved = compared(set(ref("a", 1), ref("b", 2)), ref("b", 1), ref("a", 2));
    assertThat(moved.isSame()).isTrue();
    assertThat(moved.difference())
        .isEqualTo(new Difference(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void newGoneAndChangedArticlesAreNamed() {
    ArticleComparison comparison =
        compared(set(ref("a", 1), ref("b", 2), ref("c", 3)), ref("d", 4), ref("b", 5), ref("a", 1));
    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.difference())
        .isEqualTo(
            new Difference(
                1,
                1,
                1,
                List.of(ref("d", 4)),
                List.of(ref("c", 3)),
                List.of(
                    new ChangedArticle("b", ref("x", 2).fingerprint(), ref("x", 5).fingerprint())),
                List.of()));
  }

  /** Its old text was given another id, and its id another text. */
  @Test
  void anIdThatWentToAnotherArticleIsNoChange() {
    Difference difference = compared(set(ref("a", 1)), ref("a", 2), ref("a~2", 1)).difference();
    assertThat(difference.newArticles()).containsExactly(ref("a", 2));
    assertThat(difference.changedCount() + difference.goneCount()).isZero();
  }

  @Test
  void newArticlesAreCountedPastTheirList() {
    ArticleComparison comparison = new ArticleComparison(set(ref("a", 1)));
    for (int i = 0; i < Replay.MOST_LISTED + 5; i++) {
      comparison.take(ref("n" + i, 10 + i), MONTH);
    }
    assertThat(comparison.difference().newCount()).isEqualTo(Replay.MOST_LISTED + 5);
    assertThat(comparison.difference().newArticles()).hasSize(Replay.MOST_LISTED);
  }

  private static List<ArticleRef> many() {
    List<ArticleRef> many = new ArrayList<>();
    for (int i = 0; i <= ArticleSet.MOST_NAMED; i++) {
      many.add(ref("m" + i, i));
    }
    return many;
  }

  private static String month(ArticleRef article) {
    return article.fingerprint().endsWith("0") ? MonthSum.UNDATED : MONTH;
  }

  @Test
  void manyAreComparedByMonth() {
    ArticleCollector collector = new ArticleCollector();
    many().forEach(article -> collector.take(article, month(article)));
    ArticleSet then = collector.set();
    assertThat(then.articles()).isEmpty();
    assertThat(then.months()).extracting(MonthSum::month).containsExactly(MONTH, MonthSum.UNDATED);
    List<ArticleRef> turned = many();
    Collections.shuffle(turned, new Random(7));
    ArticleComparison same = new ArticleComparison(then);
    turned.forEach(article -> same.take(article, month(article)));
    assertThat(same.isSame()).isTrue();
    assertThat(same.difference().months()).isEmpty();
    ArticleComparison fewer = new ArticleComparison(then);
    turned.stream()
        .filter(article -> month(article).equals(MONTH))
        .forEach(article -> fewer.take(article, MONTH));
    assertThat(fewer.isSame()).isFalse();
    long undated = then.months().getLast().count();
    assertThat(fewer.difference().months())
        .containsExactly(new MonthChange(MonthSum.UNDATED, undated, 0));
  }
}
