package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.StandingSearch;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The arrivals recorded for articles that updates add. */
abstract class ArrivalContract extends EngineContract {

  private static final QueryNode TIDE = new QueryNode.Word("tide");
  private static final StandingAlerts ONE =
      StandingAlerts.of(List.of(new StandingSearch("tides", TIDE, Filters.none())));

  private Path index;

  @BeforeEach
  void firstBuild() {
    index = folder.resolve("index");
    update(false, "/a/old", tide("old", "The old tide."));
  }

  /** Reads one file, as a rebuild or an update does. */
  private void update(boolean isUpdate, String file, Article... articles) {
    update(isUpdate, ONE, file, articles);
  }

  private void update(boolean isUpdate, StandingAlerts alerts, String file, Article... articles) {
    Engine engine = at(index);
    try (IndexingSession session = isUpdate ? engine.update(alerts) : engine.rebuild(alerts)) {
      session.begin(file);
      for (Article article : articles) {
        session.add(file, article);
      }
      session.end(new FileRecord(file, file, "", "", "", 1, articles.length, 0, 0, 0));
      session.commit(List.of(new Source("/a", "")));
    }
  }

  private static Article tide(String id, String... paragraphs) {
    return TestArticles.article(id, paragraphs);
  }

  private List<String> cameIn() {
    return cameIn("tides");
  }

  private List<String> cameIn(String search) {
    try (SearchEngine engine = open(index)) {
      List<Arrival> arrivals = engine.arrivals(search, TIDE, Arrival.MOST);
      ArrivalSum sum = engine.arrivalSums().get(search);
      assertThat(sum == null ? 0 : sum.count()).isEqualTo(arrivals.size());
      if (sum != null) {
        assertThat(sum.latest()).isEqualTo(arrivals.getFirst().at());
      }
      return arrivals.stream().map(arrival -> arrival.hit().id()).toList();
    }
  }

  @Test
  void firstBuildBringsNothing() {
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void newArticlesComeInTheNewestFirst() {
    update(true, "/a/one", tide("one", "One tide."), tide("other", "No such word."));
    update(true, "/a/two", tide("two", "Two tides."));
    assertThat(cameIn()).containsExactly("two", "one");
  }

  @Test
  void ofOneUpdateTheLatestPublishedComesFirst() {
    update(
        true,
        "/a/new",
        dated("middle", "2020-01-02"),
        dated("latest", "2020-01-03"),
        dated("earliest", "2020-01-01"),
        tide("undated", "A tide of no date."));
    assertThat(cameIn()).containsExactly("latest", "middle", "earliest", "undated");
  }

  private static Article dated(String id, String day) {
    return Article.withId(id)
        .paragraphs(List.of("The tide of " + day))
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  @Test
  void unchangedArticleDoesNotComeIn() {
    update(true, "/a/old", tide("old", "The old tide."), tide("new", "The new tide."));
    assertThat(cameIn()).containsExactly("new");
  }

  @Test
  void movedArticleDoesNotComeInAndOneThatCameInStays() {
    update(true, "/a/one", tide("one", "One tide."));
    try (IndexingSession session = at(index).update(ONE)) {
      session.add("/a/moved-old", tide("old", "The old tide."));
      session.add("/a/moved-one", tide("one", "One tide."));
      session.removeUnseen("/a/old");
      session.removeUnseen("/a/one");
      session.commit(List.of(new Source("/a", "")));
    }
    assertThat(cameIn()).containsExactly("one");
  }

  @Test
  void anotherCopyDoesNotComeIn() {
    update(true, "/a/copy", tide("old", "The old tide."));
    assertThat(cameIn()).isEmpty();
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/one-copy", tide("one", "One tide."));
    assertThat(cameIn()).containsExactly("one");
  }

  @Test
  void changedArticleIsThereOnce() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/two", tide("two", "Two tides."));
    update(true, "/a/one", tide("one", "One tide, corrected."));
    assertThat(cameIn()).containsExactly("one", "two");
    update(true, "/a/one", tide("one", "Nothing of the kind."));
    assertThat(cameIn()).containsExactly("two");
  }

  @Test
  void articleThatIsGoneIsGone() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/one");
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void articlesOfOneIdAreToldApart() {
    update(true, "/a/b", tide("same", "One tide."));
    update(true, "/a/a", tide("same", "Another tide."));
    assertThat(cameIn()).containsExactly("same", "same~2");
  }

  @Test
  void rebuildKeepsThem() {
    update(true, "/a/one", tide("one", "One tide."), tide("two", "Two tides."));
    List<String> before = cameIn();
    update(
        false,
        "/a/other",
        tide("two", "Two tides."),
        tide("three", "Three tides."),
        tide("one", "One tide, as another release reads it."));
    assertThat(cameIn()).isEqualTo(before);
    update(false, "/a/other", tide("two", "Two tides."));
    assertThat(cameIn()).containsExactly("two");
  }

  @Test
  void nothingIsKeptForSearchesThatAreGone() {
    update(true, "/a/one", tide("one", "One tide."));
    StandingSearch other = new StandingSearch("others", new QueryNode.Everything(), Filters.none());
    update(true, StandingAlerts.of(List.of(other)), "/a/two", tide("two", "Two tides."));
    assertThat(cameIn()).isEmpty();
    assertThat(cameIn("others")).containsExactly("two");
  }

  @Test
  void onlyTheNewestAreKept() {
    Article[] many =
        IntStream.range(0, Arrival.MOST + 20)
            .mapToObj(i -> dated("t" + i, LocalDate.of(2000, 1, 1).plusDays(i).toString()))
            .toArray(Article[]::new);
    update(true, "/a/many", many);
    assertThat(cameIn()).hasSize(Arrival.MOST).startsWith("t1019").endsWith("t20");
    update(true, "/a/few", tide("x", "A tide."), tide("y", "One more tide."));
    assertThat(cameIn()).hasSize(Arrival.MOST).startsWith("x", "y", "t1019").endsWith("t22");
  }

  @Test
  void whatIsNotCommittedDoesNotComeIn() {
    try (IndexingSession session = at(index).update(ONE)) {
      session.add("/a/one", tide("one", "One tide."));
    }
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void tidyingUpKeepsThem() {
    for (int i = 0; i < 12; i++) {
      update(true, "/a/" + i, tide("t" + i, "Tide number " + i));
    }
    List<String> before = cameIn();
    at(index).tidy();
    assertThat(cameIn()).isEqualTo(before).hasSize(12).startsWith("t11");
  }

  @Test
  void copyBringsThemBackToAnIndexThatIsLost() {
    KeptAlerts alerts = new KeptAlerts();
    update(true, alerts, "/a/one", tide("one", "One tide."));
    assertThat(alerts.records).extracting(ArrivalRecord::article).containsExactly("one");
    index = folder.resolve("another");
    update(false, alerts, "/a/one", tide("one", "One tide."));
    assertThat(cameIn()).containsExactly("one");
  }

  /** However many arrivals there are, an update writes only its own. */
  @Test
  void copyOfAnUpdateIsAsLongAsItsOwnArrivals() {
    KeptAlerts alerts = new KeptAlerts();
    update(true, alerts, "/a/one", tide("one", "One tide."), tide("two", "Two tides."));
    int before = alerts.written;
    update(true, alerts, "/a/other", tide("three", "Three tides."));
    assertThat(alerts.written - before).isEqualTo(1);
    assertThat(alerts.records).hasSize(3);
    update(true, alerts, "/a/one", tide("one", "One tide."));
    assertThat(alerts.records).extracting(ArrivalRecord::article).containsExactly("one", "three");
  }

  /** The process may have been killed between the commit and the copy. */
  @Test
  void copyThatLagsBehindIsWrittenAnew() {
    KeptAlerts alerts = new KeptAlerts();
    update(true, alerts, "/a/one", tide("one", "One tide."));
    List<ArrivalRecord> old = alerts.records;
    String oldState = alerts.state;
    update(true, alerts, "/a/two", tide("two", "Two tides."));
    alerts.records = old;
    alerts.state = oldState;
    update(true, alerts, "/a/three", tide("three", "Three tides."));
    assertThat(alerts.records)
        .extracting(ArrivalRecord::article)
        .containsExactly("one", "two", "three");
  }

  /** Saved searches with a copy of their arrivals in memory. */
  private static final class KeptAlerts implements StandingAlerts, ArrivalCopy {
    private List<ArrivalRecord> records = List.of();
    private String state = "none";
    private int written;

    @Override
    public Held hold() {
      return ONE.hold();
    }

    @Override
    public ArrivalCopy copy() {
      return this;
    }

    @Override
    public boolean isExpected() {
      return true;
    }

    @Override
    public Optional<List<ArrivalRecord>> read() {
      return Optional.of(records);
    }

    @Override
    public boolean isAt(String wanted) {
      return state.equals(wanted);
    }

    @Override
    public void write(String newState, List<ArrivalRecord> arrivals) {
      state = newState;
      records = List.copyOf(arrivals);
      written += records.size();
    }

    @Override
    public void append(String newState, List<ArrivalRecord> arrivals) {
      state = newState;
      records = Stream.concat(records.stream(), arrivals.stream()).toList();
      written += arrivals.size();
    }
  }

  /** Eight patterns with a thousand words each use up the budget of a search. */
  @Test
  void searchWithPatternsBeyondItsBudgetNeverMatchesTooMuch() {
    String filling = "za* AND zb* AND zc* AND zd* AND ze* AND zf* AND zg* AND zh*";
    StandingAlerts alerts =
        StandingAlerts.of(
            List.of(
                standing("left-out", filling + " AND zi*"),
                standing("excluded", filling + " AND NOT zi*"),
                standing("either", "(" + filling + " AND tide) OR zi*")));
    String all = "za1 zb1 zc1 zd1 ze1 zf1 zg1 zh1 tide ";
    Article with = tide("with", all + "zi1");
    Article without = tide("without", all);
    Article[] many =
        "abcdefghi"
            .chars()
            .mapToObj(c -> tide("many-" + (char) c, thousand("z" + (char) c)))
            .toArray(Article[]::new);

    update(true, alerts, "/a/few", with, without);
    assertThat(cameIn("left-out")).containsExactly("with");
    assertThat(cameIn("excluded")).containsExactly("without");
    assertThat(cameIn("either")).containsExactlyInAnyOrder("with", "without");

    update(
        true,
        alerts,
        "/a/many",
        Stream.concat(
                Stream.of(tide("with-2", all + "zi1"), tide("without-2", all)), Stream.of(many))
            .toArray(Article[]::new));
    assertThat(cameIn("left-out")).containsExactly("with");
    assertThat(cameIn("excluded")).containsExactly("without");
    assertThat(cameIn("either"))
        .containsExactlyInAnyOrder("with", "without", "with-2", "without-2");
  }

  private static StandingSearch standing(String id, String query) {
    return new StandingSearch(id, QueryParser.parse(query, LocalDate.EPOCH).root(), Filters.none());
  }

  private static String thousand(String beginning) {
    return IntStream.rangeClosed(1, 1_000)
        .mapToObj(i -> beginning + i)
        .collect(Collectors.joining(" "));
  }
}
