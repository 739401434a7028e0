package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.Enclosure;
import broadsheet.article.Moment;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.Recording;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.BestPart;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.HitPositions;
import broadsheet.engine.result.ScanStrip;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The index keeps the positions of words, and finds scans by their quality. */
abstract class PositionsContract extends SharedArchiveContract {
  private static final QueryNode EVERYTHING = new QueryNode.Everything();

  private static final List<PrintedPage> PAGES =
      List.of(
          new PrintedPage(3, "B1", 2000, 3000, "/scans/3.jpg"), new PrintedPage(4, "B2", 0, 0, ""));

  @Override
  List<Article> articles() {
    return List.of(
        scanned("clear", 95),
        scanned("poor", 40),
        spoken(),
        report(),
        TestArticles.article("web", "The harbour opened."),
        TestArticles.article("pageless", "The ferry left.").toBuilder()
            .positions(new Positions(List.of(), WordPlaces.NONE, 70))
            .build());
  }

  /** The headline has two words, the body four; the last is hyphenated from page to page. */
  private static Article scanned(String id, int quality) {
    List<WordPlace> words = new ArrayList<>();
    for (int word = 0; word < 6; word++) {
      double left = 0.1 + word * 0.05;
      words.add(new WordPlace(word, 0, new Box(left, 0.5, 0.04, 0.01)));
    }
    words.add(new WordPlace(5, 1, new Box(0.1, 0.1, 0.04, 0.01)));
    return TestArticles.article(id, "The harbour opened", id + "day").toBuilder()
        .positions(Positions.onPages(PAGES, WordPlaces.of(words), quality))
        .build();
  }

  /** Four words of two cues in a recording, then three words of an attached file. */
  private static Article spoken() {
    return TestArticles.article("spoken", "Ferries sail again today", "Minutes of ferries")
        .toBuilder()
        .speakers(List.of("Ada Reed", "Tom Quay"))
        .positions(
            new Positions(
                List.of(new Recording("talk.mp3", "/media/talk.mp3"), new Enclosure("notes.txt")),
                WordPlaces.of(
                    List.of(
                        new WordPlace(2, 0, new Moment(0, 1_500)),
                        new WordPlace(4, 0, new Moment(1_500, 4_000)),
                        new WordPlace(6, 1, Place.SOMEWHERE))),
                Positions.UNKNOWN_QUALITY))
        .build();
  }

  /**
   * A report of 31 pages, three words a page, in a single sentence: {@code start14 mid14 end14}.
   */
  private static Article report() {
    StringBuilder text = new StringBuilder();
    List<WordPlace> words = new ArrayList<>();
    List<PrintedPage> pages = new ArrayList<>();
    for (int page = 0; page < 31; page++) {
      int number = page + 1;
      pages.add(
          new PrintedPage(
              number, Integer.toString(100 + number), 600, 800, "/reports/r.pdf#page=" + number));
      text.append(page == 0 ? "" : " ")
          .append("start" + number + " mid" + number + " end" + number);
      for (int word = 0; word < 3; word++) {
        words.add(
            new WordPlace(2 + 3 * page + word, page, new Box(0.1 + 0.1 * word, 0.5, 0.05, 0.02)));
      }
    }
    return TestArticles.article("report", text.toString()).toBuilder()
        .location("files/r.pdf")
        .positions(Positions.onPages(pages, WordPlaces.of(words), Positions.UNKNOWN_QUALITY))
        .build();
  }

  @Test
  void documentIsOneResultWithItsBestPage() {
    QueryNode onTwoPages =
        new QueryNode.AllOf(
            List.of(
                new QueryNode.Word("start2"),
                new QueryNode.Word("mid14"),
                new QueryNode.Word("end14")));
    assertThat(ids(onTwoPages)).containsExactly("report");
    HitPositions positions = hit(onTwoPages, "report").positions();
    BestPart best = positions.best().orElseThrow();
    assertThat(best.number()).isEqualTo(14);
    assertThat(best.of()).isEqualTo(31);
    assertThat(best.part().label()).isEqualTo("114");
    assertThat(positions.strip().orElseThrow().number()).isEqualTo(14);
    assertThat(positions.strip().orElseThrow().marks()).hasSize(2);
    assertThat(positions.pages()).isEqualTo("101–131");
    assertThat(positions.file()).isEqualTo("r.pdf");
  }

  @Test
  void phraseAndNearRunAcrossTheEndOfAPage() {
    assertThat(ids(query("\"end14 start15\""))).containsExactly("report");
    assertThat(ids(query("mid14 NEAR/3 mid15"))).containsExactly("report");
    assertThat(ids(query("mid14 NEAR/2 mid15"))).isEmpty();
  }

  @Test
  void positionsAreReadBackAsTheyWere() {
    for (Article article : articles()) {
      assertThat(engine.article(article.id()).orElseThrow().positions())
          .isEqualTo(article.positions());
      assertThat(engine.find(article.id(), EVERYTHING).orElseThrow().article().positions())
          .isEqualTo(article.positions());
    }
  }

  @Test
  void qualityIsARangeThatArticlesWithoutAScanAreNotIn() {
    assertThat(found(Optional.of(81L), Optional.empty())).containsExactly("clear");
    assertThat(found(Optional.empty(), Optional.of(70L))).containsExactly("pageless", "poor");
    assertThat(found(Optional.empty(), Optional.empty()))
        .containsExactly("clear", "pageless", "poor");
    assertThat(found(Optional.of(96L), Optional.of(100L))).isEmpty();
  }

  private List<String> found(Optional<Long> from, Optional<Long> to) {
    return ids(new QueryNode.NumberRange(QueryField.QUALITY, from, to));
  }

  private List<String> ids(QueryNode query) {
    return engine.search(SearchRequest.of(query).unfolded()).hits().stream()
        .map(Hit::id)
        .sorted()
        .toList();
  }

  @Test
  void pagesAreFoundByTheirPrintedNumbers() {
    QueryNode page = new QueryNode.InField(QueryField.PAGE, new QueryNode.Word("B2"));
    assertThat(ids(page)).containsExactly("clear", "poor");
    QueryNode other = new QueryNode.InField(QueryField.PAGE, new QueryNode.Word("3"));
    assertThat(ids(other)).isEmpty();
    QueryNode any = new QueryNode.Wildcard(QueryNode.Wildcard.ANYTHING);
    assertThat(ids(new QueryNode.InField(QueryField.PAGE, any)))
        .containsExactly("clear", "poor", "report");
  }

  @Test
  void hitsShowTheStripOfTheScanWithTheirMatches() {
    Hit hit = hit(new QueryNode.Word("harbour"), "clear");
    assertThat(hit.positions().pages()).isEqualTo("B1, B2");
    assertThat(hit.positions().quality()).isEqualTo(95);
    BestPart best = hit.positions().best().orElseThrow();
    assertThat(best.number()).isEqualTo(1);
    assertThat(best.of()).isEqualTo(2);
    assertThat(best.part()).isEqualTo(PAGES.getFirst());
    ScanStrip strip = hit.positions().strip().orElseThrow();
    assertThat(strip.number()).isEqualTo(1);
    assertThat(strip.page()).isEqualTo(PAGES.getFirst());
    assertThat(strip.marks()).hasSize(1);
    Box mark = strip.marks().getFirst();
    assertThat(mark.left()).isBetween(0.249, 0.251);
    assertThat(mark.right()).isBetween(0.289, 0.291);
    assertThat(strip.view().left()).isLessThan(mark.left());
    assertThat(strip.view().bottom()).isGreaterThan(mark.bottom());
  }

  @Test
  void hitsShowTheMomentAndTheFileOfTheirMatches() {
    BestPart said = hit(new QueryNode.Word("today"), "spoken").positions().best().orElseThrow();
    assertThat(said.part()).isEqualTo(new Recording("talk.mp3", "/media/talk.mp3"));
    assertThat(said.first()).isEqualTo(new Moment(1_500, 4_000));
    BestPart filed = hit(new QueryNode.Word("minutes"), "spoken").positions().best().orElseThrow();
    assertThat(filed.part()).isEqualTo(new Enclosure("notes.txt"));
    assertThat(filed.first()).isEqualTo(Place.SOMEWHERE);
  }

  @Test
  void speakersOfATranscriptAreFoundByNameCountedAndFiltered() {
    for (String name : List.of("reed", "Tom Quay")) {
      QueryNode spoken = new QueryNode.Phrase(name, 0);
      assertThat(ids(new QueryNode.InField(QueryField.SPEAKER, spoken))).containsExactly("spoken");
    }
    QueryNode other = new QueryNode.InField(QueryField.SPEAKER, new QueryNode.Word("harbour"));
    assertThat(ids(other)).isEmpty();
    QueryNode any = new QueryNode.Wildcard(QueryNode.Wildcard.ANYTHING);
    assertThat(ids(new QueryNode.InField(QueryField.SPEAKER, any))).containsExactly("spoken");
    SearchRequest all = SearchRequest.of(EVERYTHING).unfolded();
    assertThat(engine.search(all).facets().getOrDefault(FacetField.SPEAKER, List.of()))
        .extracting(FacetCount::value)
        .containsExactly("Ada Reed", "Tom Quay");
    Filters filters = Filters.none().with(FacetField.SPEAKER, List.of("Ada Reed"));
    SearchRequest filtered = new SearchRequest(EVERYTHING, filters, SortOrder.NEWEST, 1, 10);
    assertThat(engine.search(filtered).hits()).extracting(Hit::id).containsExactly("spoken");
    assertThat(engine.article("spoken").orElseThrow().speakers())
        .containsExactly("Ada Reed", "Tom Quay");
  }

  @Test
  void hitsWithoutAScanShowNone() {
    assertThat(hit(new QueryNode.Word("harbour"), "web").positions()).isEqualTo(HitPositions.NONE);
    Hit unmarked = hit(EVERYTHING, "poor");
    assertThat(unmarked.positions().strip()).isEmpty();
    assertThat(unmarked.positions().quality()).isEqualTo(40);
  }

  private static QueryNode query(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15)).root();
  }

  private Hit hit(QueryNode query, String id) {
    return engine.search(SearchRequest.of(query).unfolded()).hits().stream()
        .filter(hit -> hit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
