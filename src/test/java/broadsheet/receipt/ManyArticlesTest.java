package broadsheet.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.PublicationDate;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.receipt.Replay.MonthChange;
import broadsheet.receipt.Replay.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts of more articles than are named each. */
class ManyArticlesTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private static Receipts receipts(SearchEngine engine) {
    return new Receipts(engine, UnaryOperator.identity(), Clock.systemUTC(), () -> {});
  }

  private SearchEngine engine(List<Article> articles) {
    Path place = folder.resolve("index");
    TestIndex.build(place, articles);
    return LuceneSearchEngine.open(place);
  }

  private static Article dated(String id, String date, String text) {
    Article article = Article.withId(id).title(text).paragraphs(List.of(text)).build();
    return date.isEmpty()
        ? article
        : article.toBuilder().publishedAt(PublicationDate.stated(date)).build();
  }

  /** In the months of ten years, but the last, which is undated. */
  private static List<Article> many() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i <= ArticleSet.MOST_NAMED; i++) {
      String month = String.format(Locale.ROOT, "%d-%02d", 1900 + i / 12 % 10, 1 + i % 12);
      articles.add(
          dated("t" + i, i == ArticleSet.MOST_NAMED ? "" : month + "-05", "Tide number " + i));
    }
    return articles;
  }

  @Thorough
  @Test
  void theyAreComparedByMonth() {
    SearchParameters tide = SearchParameters.none().withText("tide");
    List<Article> articles = many();
    Receipt many;
    try (SearchEngine engine = engine(articles)) {
      many = receipts(engine).of(tide);
      assertThat(many.found().count()).isEqualTo(ArticleSet.MOST_NAMED + 1);
      assertThat(many.found().articles()).isEmpty();
      assertThat(many.found().months()).hasSize(121);
      assertThat(many.found().months().getLast().month()).isEqualTo("undated");
      assertThat(receipts(engine).replayed(many).outcome()).isEqualTo(Verdict.SAME);
    }
    articles.set(0, dated("t0", "1900-01-05", "Tide number zero"));
    articles.remove(1);
    Receipt few;
    try (SearchEngine engine = engine(articles)) {
      Replay replay = receipts(engine).replayed(many);
      assertThat(replay.outcome()).isEqualTo(Verdict.DIFFERENT);
      assertThat(replay.difference().months())
          .containsExactly(new MonthChange("1900-01", 84, 84), new MonthChange("1900-02", 84, 83));
      assertThat(replay.sentence()).isEqualTo("Not the same: the articles of 2 months differ.");
      few = receipts(engine).of(tide);
      assertThat(few.found().articles()).hasSize(ArticleSet.MOST_NAMED);
      assertThat(few.found().months()).isEmpty();
    }
    articles.add(dated("late", "1950-01-01", "Tide too late"));
    try (SearchEngine engine = engine(articles)) {
      Replay replay = receipts(engine).replayed(few);
      assertThat(replay.difference().newArticles())
          .extracting(ArticleRef::id)
          .containsExactly("late");
      assertThat(replay.today()).isEqualTo(ArticleSet.MOST_NAMED + 1);
      assertThat(replay.sentence()).isEqualTo("Not the same: 1 new, 0 gone, 0 changed.");
    }
  }
}
