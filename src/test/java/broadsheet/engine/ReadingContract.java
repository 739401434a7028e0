package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Articles are read back as they were added, and the summary agrees with them. */
abstract class ReadingContract extends SharedArchiveContract {

  private static final QueryNode EVERYTHING = new QueryNode.Everything();
  private static final int RECORDS = 80;

  @Override
  List<Article> articles() {
    return RandomArchive.of(new Random(7), RECORDS);
  }

  /** An article without its id and places, which the index settles. */
  private static Article content(Article article) {
    return article.toBuilder().id("x", Article.IdOrigin.STATED).locations(List.of()).build();
  }

  /** The archive without duplicates. */
  private List<Article> different() {
    Map<Article, Article> different = new LinkedHashMap<>();
    articles().forEach(article -> different.putIfAbsent(unplaced(article), article));
    return List.copyOf(different.values());
  }

  private static Article unplaced(Article article) {
    return article.toBuilder().locations(List.of()).build();
  }

  private List<Article> exported() {
    List<Article> exported = new ArrayList<>();
    engine.export(SearchRequest.of(EVERYTHING).unfolded(), named -> exported.add(named.article()));
    return exported;
  }

  @Test
  void everyArticleIsReadBackWhole() {
    List<Article> checked = new ArrayList<>();
    archive.check(checked::add);
    List<Article> exported = exported();
    assertThat(exported)
        .extracting(ReadingContract::content)
        .containsExactlyInAnyOrderElementsOf(
            different().stream().map(ReadingContract::content).toList());
    assertThat(checked).containsExactlyInAnyOrderElementsOf(exported);
    assertThat(exported).extracting(Article::id).doesNotHaveDuplicates();
    for (Article article : exported) {
      assertThat(engine.article(article.id())).contains(article);
      assertThat(engine.find(article.id(), EVERYTHING).orElseThrow().article()).isEqualTo(article);
    }
  }

  @Test
  void equalRecordsAreOneArticleWithAllTheirPlaces() {
    List<Article> exported = exported();
    assertThat(exported.stream().flatMap(article -> article.locations().stream()))
        .containsExactlyInAnyOrderElementsOf(
            articles().stream().flatMap(article -> article.locations().stream()).toList());
    assertThat(engine.summary().duplicates()).isEqualTo(RECORDS - exported.size()).isPositive();
  }

  @Test
  void idsThatSeveralAskForAreTheirsWithNumbers() {
    List<Article> exported = exported();
    assertThat(exported.stream().map(article -> article.id().replaceAll("~\\d+$", "")))
        .containsExactlyInAnyOrderElementsOf(different().stream().map(Article::id).toList());
    assertThat(exported).extracting(Article::id).anyMatch(id -> id.endsWith("~2"));
  }

  @Test
  void unknownIdIsNoArticle() {
    assertThat(engine.article("nobody")).isEmpty();
    assertThat(engine.find("nobody", EVERYTHING)).isEmpty();
    assertThat(engine.explain(SearchRequest.of(EVERYTHING), "nobody")).isEmpty();
    assertThat(engine.similarTo("nobody", 5)).isEqualTo(SimilarArticles.none());
  }

  @Test
  void summaryAndLedgerCountWhatIsThere() {
    List<Article> all = different();
    IndexSummary summary = engine.summary();
    assertThat(summary.articles()).isEqualTo(all.size());
    assertThat(engine.articleCount()).isEqualTo(all.size());
    assertThat(engine.ledger().totals().indexed()).isEqualTo(all.size());
    assertThat(engine.ledger().totals().duplicates()).isEqualTo(summary.duplicates());
    assertThat(engine.coverage().all().articles()).isEqualTo(all.size());
    long undated = all.stream().filter(article -> !article.publishedAt().isKnown()).count();
    assertThat(summary.undated()).isEqualTo(undated).isPositive();
    assertThat(engine.coverage().all().undated()).isEqualTo(undated);
    assertThat(summary.firstDay()).isEqualTo(days(PublicationDate::first).min(naturally()));
    assertThat(summary.lastDay()).isEqualTo(days(PublicationDate::last).max(naturally()));
    assertThat(summary.origins()).containsExactly(new Source("/test", ""));
    Map<String, Long> sources = new ReferenceCounts(all).values(FacetField.SOURCE);
    assertThat(summary.sources())
        .hasSize(sources.size())
        .allSatisfy(count -> assertThat(count.count()).isEqualTo(sources.get(count.value())))
        .isSortedAccordingTo(Comparator.comparing(FacetCount::count, Comparator.reverseOrder()));
  }

  private Stream<LocalDate> days(Function<PublicationDate, Optional<LocalDate>> end) {
    return different().stream().flatMap(article -> end.apply(article.publishedAt()).stream());
  }

  private static Comparator<LocalDate> naturally() {
    return Comparator.naturalOrder();
  }

  @Test
  void engineThatAnswersHasNoFault() {
    assertThat(engine.status().fault()).isEmpty();
    assertThat(engine.status().heavyWaiting()).isZero();
  }
}
