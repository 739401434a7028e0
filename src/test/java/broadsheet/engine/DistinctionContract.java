package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.DistinctiveWords.Sample;
import broadsheet.engine.result.DistinctiveWords.Word;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that set hits apart from all other articles, or from the hits of the days around. */
abstract class DistinctionContract extends SharedArchiveContract {

  private static final Contrast OTHERS = new Contrast.Others();
  private static final LocalDate DAY = LocalDate.of(2021, 5, 12);

  /** Twelve about the harbour, eight of them about strikers; of the other twenty two are. */
  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      boolean isHarbour = i < 12;
      boolean isStrike = i < 8 || i >= 30;
      articles.add(
          TestArticles.article(
                  "a" + i,
                  NoiseWords.of(i, 20)
                      + (isHarbour ? " harbour" : " hill")
                      + (isStrike ? " Strikers marched" : " nobody came"))
              .toBuilder()
              .source(i % 2 == 0 ? "Even" : "Odd")
              .publishedAt(PublicationDate.stated((i < 6 ? DAY : DAY.plusDays(1)).toString()))
              .build());
    }
    return articles;
  }

  private DistinctiveWords words(QueryNode query, Filters filters, Contrast contrast) {
    return engine.distinctiveWords(query, filters, contrast);
  }

  private static List<String> texts(DistinctiveWords found) {
    return found.words().stream().map(Word::text).toList();
  }

  @Test
  void hitsAreComparedWithAllOtherArticles() {
    DistinctiveWords found = words(new QueryNode.Word("harbour"), Filters.none(), OTHERS);
    assertThat(found.within()).isEqualTo(new Sample(12, 12));
    assertThat(found.around()).isEqualTo(new Sample(20, 20));
    assertThat(found.isComplete()).isTrue();
    assertThat(texts(found)).contains("Strikers").doesNotContain("harbour", "hill", "nobody");
    Word strikers =
        found.words().stream().filter(word -> word.text().equals("Strikers")).findFirst().get();
    assertThat(strikers.within()).isEqualTo(8);
    assertThat(strikers.around()).isEqualTo(2);
  }

  @Test
  void filtersChooseTheHitsButNotWhatTheyAreComparedWith() {
    Filters even = Filters.none().with(FacetField.SOURCE, List.of("Even"));
    DistinctiveWords found = words(new QueryNode.Word("harbour"), even, OTHERS);
    assertThat(found.within().hits()).isEqualTo(6);
    assertThat(found.around().hits()).isEqualTo(26);
    DistinctiveWords alone = words(new QueryNode.Everything(), even, OTHERS);
    assertThat(alone.within().hits()).isEqualTo(16);
    assertThat(alone.around().hits()).isEqualTo(16);
  }

  @Test
  void withNothingToCompareNothingIsDistinctive() {
    DistinctiveWords all = words(new QueryNode.Everything(), Filters.none(), OTHERS);
    assertThat(all.within().hits()).isEqualTo(32);
    assertThat(all.around().hits()).isZero();
    assertThat(all.words()).isEmpty();
    DistinctiveWords none = words(new QueryNode.Word("zeppelin"), Filters.none(), OTHERS);
    assertThat(none.within().hits()).isZero();
    assertThat(none.words()).isEmpty();
  }

  @Test
  void hitsOfSomeDaysAreComparedWithThoseAround() {
    Contrast days =
        new Contrast.Days(new DateSpan(DAY, DAY), new DateSpan(DAY.minusDays(3), DAY.plusDays(3)));
    DistinctiveWords found = words(new QueryNode.Everything(), Filters.none(), days);
    assertThat(found.within().hits()).isEqualTo(6);
    assertThat(found.around().hits()).isEqualTo(26);
    assertThat(texts(found)).contains("harbour", "Strikers");
  }
}
