package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An engine gives the very answers of the embedded one. A subclass names it. */
public abstract class EqualEnginesContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(0);
  private static final int ARTICLES = 60;
  private static final int QUERIES = 1;

  /** Time enough on a busy machine, so that no answer is cut short. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private int round;

  /** The engine at a place; the place is empty at first. */
  protected abstract Engine engineAt(Path place);

  /** The embedded engine with the articles of the engine at a place. */
  protected abstract Engine embedded(Path place);

  @Override
  Engine at(Path place) {
    return engineAt(place);
  }

  @Test
  void sameArticlesAnswerTheSame() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  private void oneArchive(Random random) {
    List<Article> articles = new ArrayList<>(RandomArchive.of(random, ARTICLES));
    PrintedArticle.plain(PrintedArticle.some(random, ARTICLES / 2)).forEach(articles::add);
    List<SearchRequest> requests = UpdateContract.requests(random);
    for (SortOrder sort : SortOrder.values()) {
      for (int i = 0; i < QUERIES; i++) {
        QueryNode query = new RandomTree(random).tree();
        requests.add(new SearchRequest(query, Filters.none(), sort, 1, 7));
      }
    }
    Path place = folder.resolve("archive" + round++);
    build(place, articles);
    try (SearchEngine expected = embedded(place).search(LIMIT);
        SearchEngine actual = open(place)) {
      SameAnswers.assertSame(expected, actual, requests);
    }
  }

  /** Every part of the archive has the decisions on names. */
  @Test
  void namesInEveryPartChangeNoScore() {
    Path place = folder.resolve("named");
    try (IndexingSession session = at(place).rebuild(NameMode.FIND)) {
      NameContract.articles().forEach(session::add);
      RandomArchive.of(new Random(3), ARTICLES).forEach(session::add);
      session.commit(List.of());
    }
    List<SearchRequest> requests =
        Stream.of("strike harbour mayor", "person:Volcker inflation", "grain OR bridge")
            .map(text -> SearchRequest.of(QueryParser.parse(text, LocalDate.EPOCH).root()))
            .toList();
    try (SearchEngine expected = embedded(place).search(LIMIT);
        SearchEngine actual = open(place)) {
      SameAnswers.assertSame(expected, actual, requests);
    }
  }

  @Test
  void wordsOfAPeakAreTheSame() {
    List<Article> articles = new ArrayList<>();
    for (int day = 1; day <= 24; day++) {
      boolean isPeak = day % 3 == 0;
      String text =
          NoiseWords.of(day, 20) + (isPeak ? " Strikers struck the harbour." : " harbour");
      String date = isPeak ? "2021-05-12" : String.format(Locale.ROOT, "2021-05-%02d", day);
      articles.add(
          TestArticles.article("a" + day, text).toBuilder()
              .publishedAt(PublicationDate.stated(date))
              .build());
    }
    Path place = folder.resolve("peak");
    build(place, articles);
    DateSpan peak = new DateSpan(LocalDate.of(2021, 5, 12), LocalDate.of(2021, 5, 12));
    DateSpan around = new DateSpan(LocalDate.of(2021, 5, 1), LocalDate.of(2021, 5, 31));
    QueryNode query = new QueryNode.Word("harbour");
    try (SearchEngine expected = embedded(place).search(LIMIT);
        SearchEngine actual = open(place)) {
      Contrast days = new Contrast.Days(peak, around);
      DistinctiveWords words = actual.distinctiveWords(query, Filters.none(), days);
      assertThat(words.words()).extracting(DistinctiveWords.Word::text).contains("Strikers");
      assertThat(words).isEqualTo(expected.distinctiveWords(query, Filters.none(), days));
      QueryNode strike = new QueryNode.Word("struck");
      Contrast others = new Contrast.Others();
      assertThat(actual.distinctiveWords(strike, Filters.none(), others))
          .isEqualTo(expected.distinctiveWords(strike, Filters.none(), others));
    }
  }
}
