package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Holdings;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The months and sources that an index covers. */
abstract class CoverageContract extends EngineContract {

  private static final LocalDate DAY = LocalDate.of(1987, 2, 26);

  @Test
  void datesCountAsPreciselyAsTheyAreKnown() {
    Coverage coverage =
        coverage(
            article("1", "Lantern", "1987-02-26", "en"),
            article("2", "Lantern", "1987-02", "en"),
            article("3", "Lantern", "1987-03-01T00:30:00+09:00", "en"),
            article("4", "Lantern", "1987", "en"),
            article("5", "Lantern", "", "en"));

    Holdings lantern = coverage.sources().getFirst().holdings();
    assertThat(lantern.months())
        .isEqualTo(Map.of(YearMonth.of(1987, 2), 2L, YearMonth.of(1987, 3), 1L));
    assertThat(lantern.years()).isEqualTo(Map.of(1987, 1L));
    assertThat(lantern.undated()).isEqualTo(1);
    assertThat(lantern.articles()).isEqualTo(5);
    assertThat(lantern.in(1987, 1987)).isEqualTo(4);
    assertThat(lantern.in(1988, 2000)).isZero();
    assertThat(coverage.all()).isEqualTo(lantern);
    assertThat(coverage.others()).isEqualTo(Holdings.none());
    assertThat(coverage.unstated()).isEqualTo(Holdings.none());
  }

  @Test
  void sourcesBeyondTheFiftiethAreCountedTogether() {
    List<Article> articles = new ArrayList<>();
    for (int source = 0; source < 60; source++) {
      for (int i = 0; i <= (source < Coverage.MAX_SOURCES ? 1 : 0); i++) {
        articles.add(article(source + "-" + i, "Paper " + source, "1990-05-01", "en"));
      }
    }
    articles.add(article("none", "", "1990-06-01", "en"));

    Coverage coverage = coverage(articles.toArray(Article[]::new));

    assertThat(coverage.sources()).hasSize(Coverage.MAX_SOURCES);
    assertThat(coverage.sources()).allMatch(source -> source.holdings().articles() == 2);
    assertThat(coverage.others().months()).isEqualTo(Map.of(YearMonth.of(1990, 5), 10L));
    assertThat(coverage.unstated().months()).isEqualTo(Map.of(YearMonth.of(1990, 6), 1L));
    assertThat(coverage.all().articles()).isEqualTo(111);
  }

  @Test
  void kindsOfALanguageCountWithIt() {
    Coverage coverage =
        coverage(
            article("1", "", "", "de-AT"),
            article("2", "", "", "de"),
            article("3", "", "", "pt-BR"),
            article("4", "", "", ""));

    assertThat(coverage.languages())
        .as("one is assumed to be in the archive's language")
        .containsExactly(new FacetCount("de", 3), new FacetCount("pt", 1));
    assertThat(coverage.languageUnknown()).isZero();
  }

  @Test
  void emptyIndexHasNone() {
    Coverage coverage = coverage();
    assertThat(coverage.all()).isEqualTo(Holdings.none());
    assertThat(coverage.sources()).isEmpty();
    assertThat(coverage.languages()).isEmpty();
  }

  /** Articles removed by an update are still in the index, and so is the ledger. */
  @Test
  void whatIsGoneAndWhatIsNoArticleDoesNotCount() {
    write(at(folder).rebuild(), "/a", article("1", "Lantern", "1987-02-01", "en"));
    write(at(folder).update(), "/b", article("2", "Gazette", "1990-01-01", "en"));
    try (IndexingSession session = at(folder).update()) {
      session.removeUnseen("/a");
      session.commit(List.of());
    }
    try (SearchEngine engine = open(folder)) {
      Coverage coverage = engine.coverage();
      assertThat(coverage.all().months()).isEqualTo(Map.of(YearMonth.of(1990, 1), 1L));
      assertThat(coverage.sources()).extracting(Coverage.OfSource::source).containsOnly("Gazette");
      assertThat(coverage.all().articles()).isEqualTo(1);
    }
  }

  private static void write(IndexingSession opened, String file, Article article) {
    try (IndexingSession session = opened) {
      session.begin(file);
      session.add(file, article);
      session.enter(file, new LedgerEntry(Outcome.REMARKED, file + "#1", "a remark", ""));
      session.end(new FileRecord(file, file, "", "", file, 1, 1, 0, 0, 1));
      session.commit(List.of());
    }
  }

  /** An open engine recounts after a commit. */
  @Test
  void everyCountIsThatOfItsSearch() {
    Seeds.each(3, this::compare);
  }

  private void compare(Random random) {
    List<Article> articles =
        IntStream.range(0, 300).mapToObj(i -> randomArticle(i, random)).toList();
    Path index = folder.resolve("index-" + random.nextLong());
    build(index, articles);
    try (SearchEngine engine = open(index)) {
      Coverage coverage = engine.coverage();
      assertThat(coverage.sources()).isNotEmpty();
      for (Coverage.OfSource source : coverage.sources()) {
        source
            .holdings()
            .months()
            .forEach(
                (month, count) ->
                    assertThat(found(engine, source.source(), month.atDay(1), month.atEndOfMonth()))
                        .as(source.source() + " in " + month)
                        .isEqualTo(count));
        for (int year = 1980; year < 1984; year++) {
          assertThat(source.holdings().in(year, year))
              .isEqualTo(
                  found(
                      engine,
                      source.source(),
                      LocalDate.of(year, 1, 1),
                      LocalDate.of(year, 12, 31)));
        }
      }
      assertThat(sum(coverage)).isEqualTo(articles.size());
    }
  }

  private static long sum(Coverage coverage) {
    return coverage.others().articles()
        + coverage.unstated().articles()
        + coverage.sources().stream().mapToLong(source -> source.holdings().articles()).sum();
  }

  private static Article randomArticle(int number, Random random) {
    String year = Integer.toString(1980 + random.nextInt(4));
    String month = String.format(Locale.ROOT, "-%02d", 1 + random.nextInt(12));
    String date =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> year;
          case 2 -> year + month;
          default -> year + month + "-28";
        };
    int source = random.nextInt(5);
    return article("a" + number, source == 0 ? "" : "Paper " + source, date, "en");
  }

  private static long found(SearchEngine engine, String source, LocalDate from, LocalDate to) {
    return engine
        .search(
            new SearchRequest(
                    new QueryNode.Everything(),
                    new Filters(
                        Optional.of(from),
                        Optional.of(to),
                        Map.of(FacetField.SOURCE, List.of(source))),
                    SortOrder.NEWEST,
                    1,
                    1)
                .withoutCounts())
        .total();
  }

  private Coverage coverage(Article... articles) {
    try (SearchEngine engine = engine(folder, articles)) {
      return engine.coverage();
    }
  }

  private static Article article(String id, String source, String date, String language) {
    return Article.withId(id)
        .title("Harbour story " + id)
        .source(source)
        .language(language)
        .publishedAt(date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date))
        .build();
  }

  @Test
  void whatWasLookedAtIsWithinTheLimitsOfTheSearch() {
    build(
        folder.resolve("looked"),
        List.of(
            article("1", "Lantern", "1987-02-26", "en"),
            article("2", "Lantern", "1988-03", "en"),
            article("3", "Courier", "1990-05-01", "en"),
            article("4", "", "", "de")));
    try (SearchEngine engine = open(folder.resolve("looked"))) {
      assertThat(LookedAt.in(engine))
          .isEqualTo(
              "Looked at 4 articles from 2 sources, 1987-02-26 to 1990-05-01, 1 of them undated;"
                  + " every file could be read.");
      Filters lantern = Filters.none().with(FacetField.SOURCE, List.of("Lantern"));
      QueryNode word = new QueryNode.Word("zzz");
      assertThat(LookedAt.in(engine, word, lantern))
          .startsWith("Looked at 2 articles from 1 source, 1987-02-26 to 1988-03-31; ");
      QueryNode german = new QueryNode.InField(QueryField.LANGUAGE, new QueryNode.Word("de"));
      assertThat(LookedAt.in(engine, german, Filters.none()))
          .startsWith("Looked at 1 article, 1 of them undated; ");
      assertThat(LookedAt.in(engine, german, lantern)).startsWith("Looked at no articles; ");
    }
    try (SearchEngine engine = open(folder.resolve("looked"))) {
      SearchRequest oldest =
          new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.OLDEST, 1, 2);
      SearchResults first = engine.search(oldest);
      assertThat(LookedAt.after(oldest, first, engine)).isPresent();
      SearchRequest second = oldest.after(first.next().orElseThrow());
      assertThat(LookedAt.after(second, engine.search(second), engine)).isEmpty();
    }
    LookedAt many =
        new LookedAt(1_645, 0, OptionalInt.empty(), Optional.of(DAY), Optional.of(DAY), 1_200);
    assertThat(many.text())
        .isEqualTo(
            "Looked at 1,645 articles, of 1987-02-26; 1,200 files or records of the archive could"
                + " not be read.");
  }
}
