package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.engine.PrintedArticle.Printed;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.Collocates.Collocate;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordSet;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Counts the words near the matches of a query, compared with reading every article. */
abstract class CollocateContract extends EngineContract {

  private static final QueryNode STORM = new QueryNode.Word("storm");

  private final Random random = new Random(7);

  private static CollocatesRequest request(WordSet set, int left, int right, boolean isWithin) {
    return new CollocatesRequest(set, left, right, isWithin, true, 1, Association.OBSERVED, 10_000);
  }

  @Test
  void theNumbersAreThoseOfReadingEveryArticle() {
    checkRandomQueries(Seeds.orAsked(1), 20, 15, this::check);
  }

  private void check(SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    WordSet set = ConcordanceContract.set(query);
    CollocatesRequest request =
        request(set, random.nextInt(4), 1 + random.nextInt(4), random.nextBoolean());
    Collocates found = engine.workbench().collocates(request);
    ReferenceLines reference = new ReferenceLines(articles);
    List<ReferenceLines.Spot> spots =
        ConcordanceContract.lines(engine, set, LineOrder.ARTICLE, 1_000).stream()
            .map(reference::spot)
            .toList();
    Map<String, Long> near = near(spots, request, reference);
    Map<String, Long> printed = printed(articles);
    Map<String, Long> more = new HashMap<>(near);
    more.entrySet()
        .removeIf(
            word ->
                word.getValue() * sum(printed)
                    <= sum(near) * requireNonNull(printed.get(word.getKey())));
    assertThat(observed(found)).as("%s", request).isEqualTo(more);
    assertThat(found.matches()).isEqualTo(spots.size());
    assertThat(found.near()).isEqualTo(sum(near));
    assertThat(found.words()).isEqualTo(sum(printed));
    for (Collocate each : found.collocates()) {
      assertThat(each.frequency()).as("%s of %s", each, query).isEqualTo(printed.get(each.word()));
      assertMeasures(each, found);
    }
  }

  private static Map<String, Long> near(
      List<ReferenceLines.Spot> spots, CollocatesRequest request, ReferenceLines reference) {
    record Token(String id, QueryField part, int at) {}
    Set<Token> near = new HashSet<>();
    for (ReferenceLines.Spot spot : spots) {
      List<Printed> words = reference.article(spot.id()).words(spot.part());
      for (int at = 0; at < words.size(); at++) {
        int side = at < spot.first() ? spot.first() : spot.last();
        int distance = at < spot.first() ? spot.first() - at : at - spot.last();
        int most = at < spot.first() ? request.left() : request.right();
        if (distance > 0
            && distance <= most
            && words.get(at).paragraph() == words.get(side).paragraph()
            && (!request.isWithinSentence()
                || words.get(at).sentence() == words.get(side).sentence())) {
          near.add(new Token(spot.id(), spot.part(), at));
        }
      }
    }
    return near.stream()
        .map(token -> reference.article(token.id()).words(token.part()).get(token.at()).word())
        .collect(Collectors.groupingBy(ReferenceEvaluator::folded, Collectors.counting()));
  }

  private static Map<String, Long> printed(List<PrintedArticle> articles) {
    return articles.stream()
        .flatMap(article -> ReferenceLines.TEXTS.stream().flatMap(t -> article.words(t).stream()))
        .collect(
            Collectors.groupingBy(
                word -> ReferenceEvaluator.folded(word.word()), Collectors.counting()));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  private static Map<String, Long> observed(Collocates found) {
    return found.collocates().stream()
        .collect(Collectors.toMap(Collocate::word, Collocate::observed));
  }

  /** By the formulas, written in another form than in the engine. */
  private static void assertMeasures(Collocate each, Collocates all) {
    double expected = (double) all.near() / all.words() * each.frequency();
    assertThat(each.expected()).isCloseTo(expected, within(1e-9 * expected));
    assertThat(each.mi())
        .isCloseTo(
            (Math.log((double) each.observed()) - Math.log(expected)) / Math.log(2), within(1e-9));
    assertThat(each.logDice())
        .isCloseTo(
            14
                - Math.log((all.matches() + each.frequency()) / (2.0 * each.observed()))
                    / Math.log(2),
            within(1e-9));
    double a = each.observed();
    double b = each.frequency() - a;
    double c = all.near() - a;
    double d = all.words() - a - b - c;
    double likelihood =
        2
            * (entropy(a, b, c, d)
                - entropy(a + b, c + d)
                - entropy(a + c, b + d)
                + entropy(a + b + c + d));
    assertThat(each.logLikelihood()).isCloseTo(likelihood, within(1e-6 * (1 + likelihood)));
  }

  private static double entropy(double... numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number > 0 ? number * Math.log(number) : 0;
    }
    return sum;
  }

  @Test
  void wordsAreListedInTheOrderOfEveryMeasureWithoutRareOnesAndStopWords() {
    try (SearchEngine engine =
        engine(
            folder,
            article("a", "The severe storm of winter", "The severe storm of the north"),
            article("b", "A mild storm", "The severe weather of the winter"))) {
      Map<Association, Comparator<Collocate>> measures = new HashMap<>();
      measures.put(Association.OBSERVED, Comparator.comparingLong(Collocate::observed));
      measures.put(
          Association.LOG_LIKELIHOOD, Comparator.comparingDouble(Collocate::logLikelihood));
      measures.put(Association.MI, Comparator.comparingDouble(Collocate::mi));
      measures.put(Association.LOG_DICE, Comparator.comparingDouble(Collocate::logDice));
      measures.forEach(
          (order, measure) -> {
            List<Collocate> all = listed(engine, true, 1, order, 100).collocates();
            assertThat(all)
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo(measure.reversed().thenComparing(Collocate::word));
            assertThat(listed(engine, true, 1, order, 2).collocates()).isEqualTo(all.subList(0, 2));
          });
      assertThat(observed(listed(engine, false, 2, Association.MI, 100)))
          .isEqualTo(Map.of("severe", 2L));
      assertThat(observed(listed(engine, true, 2, Association.MI, 100)))
          .isEqualTo(Map.of("severe", 2L, "the", 3L, "of", 2L));
      assertThat(listed(engine, false, 2, Association.MI, 100).near())
          .isEqualTo(listed(engine, true, 1, Association.MI, 100).near());
    }
  }

  private static Collocates listed(
      SearchEngine engine, boolean withStopWords, int least, Association order, int most) {
    return engine
        .workbench()
        .collocates(
            new CollocatesRequest(
                ConcordanceContract.set(STORM), 2, 2, false, withStopWords, least, order, most));
  }

  @Test
  void aWordIsCountedInTheArticlesUnderTheFiltersAndItsReprintsAreNotNear() {
    String text = "Severe storm over the harbour in the night and the ferry is late again today";
    Article first = from("Post", "a", text);
    try (SearchEngine engine =
        engine(
            folder,
            first,
            first.toBuilder().id("b", Article.IdOrigin.STATED).title("Other words").build(),
            from("Times", "c", "Severe frost, severe frost"))) {
      Filters post = Filters.none().with(FacetField.SOURCE, List.of("Post"));
      assertThat(collocate(engine, Filters.none(), false, "severe"))
          .extracting(Collocate::observed, Collocate::frequency)
          .containsExactly(2L, 4L);
      assertThat(collocate(engine, post, false, "severe"))
          .extracting(Collocate::observed, Collocate::frequency)
          .containsExactly(2L, 2L);
      assertThat(collocate(engine, post, true, "severe"))
          .extracting(Collocate::observed, Collocate::frequency)
          .containsExactly(1L, 2L);
    }
  }

  private static Article from(String source, String id, String text) {
    return article(id, text).toBuilder().source(source).build();
  }

  private static Collocate collocate(
      SearchEngine engine, Filters filters, boolean isFolding, String word) {
    return engine
        .workbench()
        .collocates(request(new WordSet(STORM, filters, isFolding), 3, 3, false))
        .collocates()
        .stream()
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void earlierVersionsAndRemovedArticlesAreNotCounted() {
    ImaginedFiles files = new ImaginedFiles();
    files.put("a", version("one", "A severe storm, severe.", "1"));
    files.put("b", version("two", "A severe storm.", "2"));
    files.put("c", article("three", "A severe storm"));
    files.put("d", article("four", "severe, severe"));
    files.rebuild(at(folder));
    files.remove("c");
    files.update(at(folder));
    try (SearchEngine engine = open(folder)) {
      assertThat(collocate(engine, Filters.none(), false, "severe"))
          .extracting(Collocate::observed, Collocate::frequency)
          .containsExactly(1L, 3L);
    }
  }

  private static Article version(String id, String text, String version) {
    return article(id, text).toBuilder()
        .source("Wire")
        .items(List.of(ItemVersion.of("", "story", version)))
        .build();
  }

  @Test
  void anAnswerThatIsCutShortSaysSo() {
    build(folder, List.of(article("a", "Storm and rain"), article("b", "Rain and storm")));
    try (SearchEngine engine = open(folder, Duration.ofNanos(1))) {
      Collocates cut =
          engine.workbench().collocates(request(ConcordanceContract.set(STORM), 3, 3, false));
      assertThat(cut.extent().isExact()).isFalse();
    }
  }
}
