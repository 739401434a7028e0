package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.Concordance.Line;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordSet;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists the places where a query matches, compared with reading every article. */
abstract class ConcordanceContract extends EngineContract {

  private static final QueryNode STORM = new QueryNode.Word("storm");

  private int round;

  static WordSet set(QueryNode query) {
    return new WordSet(query, Filters.none(), false);
  }

  private static ConcordanceRequest request(
      WordSet set, LineOrder order, int size, Optional<String> after) {
    return new ConcordanceRequest(set, order, size, after, 20);
  }

  /** The lines of all pages. */
  static List<Line> lines(SearchEngine engine, WordSet set, LineOrder order, int size) {
    List<Line> lines = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Concordance page = engine.workbench().concordance(request(set, order, size, next));
      assertThat(page.lines()).hasSizeLessThanOrEqualTo(size);
      assertThat(page.next().isPresent() && page.lines().size() < size).isFalse();
      lines.addAll(page.lines());
      next = page.next();
    } while (next.isPresent());
    return lines;
  }

  @Test
  void eachPlaceIsOneLineInEveryOrder() {
    checkRandomQueries(Seeds.orAsked(1), 20, 12, this::check);
  }

  private void check(SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    ReferenceLines reference = new ReferenceLines(articles);
    Set<Line> all = new HashSet<>(lines(engine, set(query), LineOrder.ARTICLE, 1_000));
    for (LineOrder order : LineOrder.values()) {
      boolean isPaged = round++ % 3 == 0; // of ten orders, each in its turn
      List<Line> lines = lines(engine, set(query), order, isPaged ? 11 : 1_000);
      assertThat(lines).as("%s", query).doesNotHaveDuplicates();
      assertThat(lines).as("%s by %s", query, order).isSortedAccordingTo(reference.in(order));
      assertThat(new HashSet<>(lines)).as("%s by %s", query, order).isEqualTo(all);
    }
    Concordance whole =
        engine.workbench().concordance(request(set(query), LineOrder.LEFT1, 1, Optional.empty()));
    assertThat(whole.total()).as("%s", query).hasValue(all.size());
    assertThat(whole.extent().isExact()).isTrue();
    Set<ReferenceLines.Spot> spots = all.stream().map(reference::spot).collect(Collectors.toSet());
    Set<ReferenceLines.Spot> places = reference.places(query);
    if (ReferenceLines.isEachALine(query)) {
      assertThat(spots).as("%s", query).isEqualTo(places);
    } else {
      assertCover(query, spots, places);
    }
  }

  /** A line from the first to the last of several places. */
  private static void assertCover(
      QueryNode query, Set<ReferenceLines.Spot> spots, Set<ReferenceLines.Spot> places) {
    for (ReferenceLines.Spot place : places) {
      assertThat(spots)
          .as("%s", query)
          .anyMatch(
              spot ->
                  spot.id().equals(place.id())
                      && spot.part() == place.part()
                      && spot.first() <= place.first()
                      && spot.last() >= place.last());
    }
    for (ReferenceLines.Spot spot : spots) {
      assertThat(places)
          .as("%s", query)
          .anyMatch(
              place ->
                  place.id().equals(spot.id())
                      && place.part() == spot.part()
                      && place.first() == spot.first())
          .anyMatch(
              place ->
                  place.id().equals(spot.id())
                      && place.part() == spot.part()
                      && place.last() == spot.last());
    }
  }

  @Test
  void aLineShowsWholeWordsBesideItsMatch() {
    Article told =
        article("a", "Ahead of the great storm", "The storm’s toll rose. Nobody saw such storms")
            .toBuilder()
            .title("Storm")
            .source("Post")
            .publishedAt(PublicationDate.stated("2020-02-03"))
            .build();
    try (SearchEngine engine = engine(folder, told)) {
      assertThat(lines(engine, set(STORM), LineOrder.ARTICLE, 100))
          .containsExactly(
              line(QueryField.TITLE, 0, "", "Storm", ""),
              line(QueryField.BODY, 19, "Ahead of the great ", "storm", " The storm’s toll"),
              line(QueryField.BODY, 29, "the great storm The ", "storm’s", " toll rose. Nobody"),
              line(QueryField.BODY, 64, "Nobody saw such ", "storms", ""));
    }
  }

  private static Line line(QueryField part, int start, String left, String match, String right) {
    return new Line(
        "a",
        "Storm",
        PublicationDate.stated("2020-02-03"),
        "Post",
        part,
        start,
        left,
        match,
        right,
        Optional.empty());
  }

  @Test
  void aPhraseAndAPairAreOneLineAndOptionalWordsNone() {
    try (SearchEngine engine =
        engine(folder, article("a", "The mayor of the port saw the old port and its mayor."))) {
      assertThat(matches(engine, new QueryNode.Phrase("the old port", 0)))
          .containsExactly("the old port");
      assertThat(
              matches(
                  engine,
                  new QueryNode.Near(
                      new QueryNode.Word("mayor"),
                      new QueryNode.Word("port"),
                      new broadsheet.query.Reach.Words(3, false))))
          .containsExactly("mayor of the port", "port and its mayor");
      assertThat(
              matches(
                  engine,
                  new QueryNode.Together(
                      List.of(new QueryNode.Word("the"), new QueryNode.Word("mayor")))))
          .containsExactly("mayor", "mayor");
    }
  }

  private static List<String> matches(SearchEngine engine, QueryNode query) {
    return lines(engine, set(query), LineOrder.ARTICLE, 100).stream().map(Line::match).toList();
  }

  @Test
  void ofReprintsTheOldestCounts() {
    Seeds.each(Seeds.orAsked(1), this::oneArchive);
  }

  private void oneArchive(Random random) {
    Path place = folder.resolve("random" + round++);
    build(place, RandomArchive.of(random, 60));
    try (SearchEngine engine = open(place)) {
      Filters some = Filters.none().with(FacetField.SOURCE, List.of("Harbour Post", "River Times"));
      for (Filters filters : List.of(Filters.none(), some)) {
        for (String word : RandomArchive.WORDS.subList(0, 5)) {
          assertFolded(engine, new QueryNode.Word(word), filters);
        }
      }
    }
  }

  private static void assertFolded(SearchEngine engine, QueryNode query, Filters filters) {
    WordSet folding = new WordSet(query, filters, true);
    Set<String> counting = oldest(engine, query, filters);
    List<Line> all = lines(engine, new WordSet(query, filters, false), LineOrder.OLDEST, 1_000);
    List<Line> expected = all.stream().filter(line -> counting.contains(line.id())).toList();
    assertThat(lines(engine, folding, LineOrder.OLDEST, 9)).isEqualTo(expected);
    assertThat(lines(engine, folding, LineOrder.RIGHT2, 9))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            engine
                .workbench()
                .concordance(request(folding, LineOrder.LEFT2, 1, Optional.empty()))
                .extent())
        .isEqualTo(new Extent(counting.size(), counting.size(), true));
  }

  /** The ids of those that count: each in the order of time and id whose reprints come later. */
  private static Set<String> oldest(SearchEngine engine, QueryNode query, Filters filters) {
    SearchRequest all = new SearchRequest(query, filters, SortOrder.OLDEST, 1, 100).unfolded();
    Set<String> counting = new LinkedHashSet<>();
    Set<String> met = new HashSet<>();
    for (Hit hit : engine.search(all).hits()) {
      if (met.add(hit.id())) {
        counting.add(hit.id());
        engine
            .find(hit.id(), new QueryNode.Everything())
            .map(MarkedArticle::reprints)
            .orElseThrow()
            .forEach(reprint -> met.add(reprint.id()));
      }
    }
    return counting;
  }

  @Test
  void thereAreManyPagesOfManyArticles() {
    List<Article> many = new ArrayList<>();
    for (int i = 0; i < 1_300; i++) {
      String id = String.format(java.util.Locale.ROOT, "a%04d", i * 7 % 1_300);
      many.add(
          article(id, "A storm in ward w" + i % 13 + " and x" + i + ", storm").toBuilder()
              .source("Post " + i % 3)
              .publishedAt(PublicationDate.stated("2020-01-" + (10 + i % 15)))
              .build());
    }
    build(folder, many);
    try (SearchEngine engine = open(folder)) {
      for (LineOrder order :
          List.of(
              LineOrder.ARTICLE,
              LineOrder.NEWEST,
              LineOrder.OLDEST,
              LineOrder.SOURCE,
              LineOrder.RIGHT3)) {
        List<Line> lines = lines(engine, set(STORM), order, 333);
        assertThat(lines).hasSize(2_600).doesNotHaveDuplicates();
        Comparator<Line> inOrder =
            switch (order) {
              case NEWEST ->
                  Comparator.comparing(
                      line -> line.publishedAt().iso(), Collections.reverseOrder());
              case OLDEST -> Comparator.comparing(line -> line.publishedAt().iso());
              case SOURCE -> Comparator.comparing(Line::source);
              case RIGHT3 -> Comparator.comparing(line -> word(line.right(), 2));
              default -> (_, _) -> 0;
            };
        assertThat(lines)
            .isSortedAccordingTo(inOrder.thenComparing(Line::id).thenComparingInt(Line::start));
      }
    }
  }

  private static String word(String text, int number) {
    String[] words = text.strip().split(" ", -1);
    return number < words.length ? words[number] : "";
  }

  @Test
  void whatWasReadInTimeIsTold() {
    List<Article> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(article("a" + i, "A storm " + i));
    }
    build(folder, many);
    try (SearchEngine engine = open(folder, Duration.ofNanos(1))) {
      Concordance cut =
          engine
              .workbench()
              .concordance(request(set(STORM), LineOrder.LEFT1, 10, Optional.empty()));
      assertThat(cut.extent().isExact()).isFalse();
      assertThat(cut.total()).isEmpty();
    }
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    try (SearchEngine engine =
        engine(folder, article("a", "Storm, storm and storm."), article("b", "A storm."))) {
      String next =
          engine
              .workbench()
              .concordance(request(set(STORM), LineOrder.LEFT1, 1, Optional.empty()))
              .next()
              .orElseThrow();
      assertThat(next).matches("[A-Za-z0-9_-]+");
      for (LineOrder order : LineOrder.values()) {
        if (order != LineOrder.LEFT1) {
          assertRefused(engine, order, next);
        }
        assertRefused(engine, order, "");
        assertRefused(engine, order, "%");
        assertRefused(engine, order, "bGVmdDE");
      }
    }
  }

  private static void assertRefused(SearchEngine engine, LineOrder order, String cursor) {
    assertThatThrownBy(
            () ->
                engine.workbench().concordance(request(set(STORM), order, 1, Optional.of(cursor))))
        .isInstanceOf(CursorException.class);
  }
}
