package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.NoiseWords;
import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.Frequencies.Group;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.Keywords.Keyword;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.Sequences.Sequence;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts words and matches exactly, as a reader of every article would. */
abstract class WordCountContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(1);
  private static final int ARTICLES = 25;
  private static final int QUERIES = 8;
  private static final int ALL = 10_000;
  private static final Filters NONE = Filters.none();

  private final ImaginedFiles files = new ImaginedFiles();

  private static WordSet set(String query) {
    return set(query, NONE);
  }

  private static WordSet set(String query, Filters filters) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    return new WordSet(root, filters, false);
  }

  private static WordSet folded(String query) {
    WordSet set = set(query);
    return new WordSet(set.query(), set.filters(), true);
  }

  private static Frequencies frequencies(SearchEngine engine, WordSet set, WordGrouping by) {
    return engine.workbench().frequencies(new FrequenciesRequest(set, by));
  }

  private static Keywords keywords(SearchEngine engine, WordSet set) {
    return engine.workbench().keywords(new KeywordsRequest(set, Optional.empty(), true, 1, ALL));
  }

  private static void assertAll(Extent extent, long articles) {
    assertThat(extent).isEqualTo(new Extent(articles, articles, true));
  }

  /** Whether its matches are the places that the reference marks, and not pairs of these. */
  private static boolean isOfUnits(QueryNode node) {
    return switch (node) {
      case QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ -> false;
      case QueryNode.Phrase phrase -> phrase.slop() == 0;
      case QueryNode.InField in -> isOfUnits(in.child());
      case QueryNode.Not _ -> true;
      case QueryNode.Boosted boosted -> isOfUnits(boosted.child());
      case QueryNode.Together all -> all.children().stream().allMatch(c -> isOfUnits(c));
      case QueryNode.AllOf all -> all.children().stream().allMatch(c -> isOfUnits(c));
      case QueryNode.AnyOf any -> any.children().stream().allMatch(c -> isOfUnits(c));
      default -> true;
    };
  }

  @Test
  void groupsHaveTheWordsAndMatchesOfTheirArticles() {
    checkRandomQueries(SEEDS, ARTICLES, QUERIES, WordCountContract::checkFrequencies);
  }

  private static void checkFrequencies(
      SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    ReferenceWords reference = new ReferenceWords(articles);
    ReferenceWords matching = reference.matching(query);
    for (WordGrouping by : WordGrouping.values()) {
      Frequencies found = frequencies(engine, new WordSet(query, NONE, false), by);
      Map<String, Group> expected = reference.groups(query, by);
      assertThat(found.archive()).isEqualTo(reference.words()).isPositive();
      assertThat(found.hits()).as("%s", query).isEqualTo(matching.words());
      assertAll(found.extent(), matching.articles().size());
      for (Group group : found.groups()) {
        Group wanted = expected.getOrDefault(group.value(), new Group(group.value(), 0, 0, 0));
        assertThat(isOfUnits(query) ? group : withoutMatches(group))
            .as("%s", query)
            .isEqualTo(isOfUnits(query) ? wanted : withoutMatches(wanted));
      }
      assertThat(found.groups()).extracting(Group::value).containsAll(expected.keySet());
      Group whole = new Group("", 0, 0, 0);
      for (Group group : found.groups()) {
        whole = ReferenceWords.sum(whole, group);
      }
      assertThat(found.all()).as("%s", query).isEqualTo(whole);
    }
  }

  private static Group withoutMatches(Group group) {
    return new Group(group.value(), group.words(), group.articles(), 0);
  }

  @Test
  void keywordsAreCountedInTheSetAndInAllOthers() {
    checkRandomQueries(
        SEEDS,
        ARTICLES,
        QUERIES,
        (engine, query, articles) -> {
          ReferenceWords all = new ReferenceWords(articles);
          Keywords found = keywords(engine, new WordSet(query, NONE, false));
          assertThat(found.keywords())
              .as("%s", query)
              .containsExactlyInAnyOrderElementsOf(all.matching(query).keywords(all.others(query)));
          assertThat(found.words()).isEqualTo(all.matching(query).words());
          assertThat(found.words() + found.otherWords()).isEqualTo(all.words());
          assertAll(found.extent(), all.matching(query).articles().size());
          assertAll(found.otherExtent(), all.others(query).articles().size());
        });
  }

  @Test
  void sequencesAreCountedWithinParagraphs() {
    checkRandomQueries(
        SEEDS,
        ARTICLES,
        QUERIES,
        (engine, query, articles) -> {
          ReferenceWords matching = new ReferenceWords(articles).matching(query);
          for (int length = 2; length <= SequencesRequest.LONGEST; length++) {
            Sequences found =
                engine
                    .workbench()
                    .sequences(
                        new SequencesRequest(new WordSet(query, NONE, false), length, true, 1, 50));
            assertThat(found.sequences())
                .as("%s", query)
                .isEqualTo(matching.sequences(length, 1, 50));
            assertThat(found.words()).isEqualTo(matching.words());
            assertAll(found.extent(), matching.articles().size());
          }
        });
  }

  @Test
  void sequencesThatBeginOrEndWithAStopWordAreLeftOut() {
    String text = "The bank of England is the bank of the crown.";
    try (SearchEngine engine = engine(folder, plain("a", text))) {
      SequencesRequest without = new SequencesRequest(set(""), 3, false, 1, 50);
      assertThat(engine.workbench().sequences(without).sequences())
          .containsExactly(new Sequence("bank of england", 1, 1));
    }
  }

  @Test
  void sequencesAmongManyRareOnesAreExact() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = NoiseWords.of(100 + i, 100);
      articles.add(
          plain("a" + i, text + (i % 3 == 0 ? "; storm warning" : "; gale force gale force")));
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      Sequences few = engine.workbench().sequences(new SequencesRequest(set(""), 2, true, 2, 3));
      assertThat(few.sequences())
          .containsExactly(
              new Sequence("gale force", 80, 40),
              new Sequence("force gale", 40, 40),
              new Sequence("storm warning", 20, 20));
      Sequences many = engine.workbench().sequences(new SequencesRequest(set(""), 2, true, 1, 900));
      assertThat(many.sequences()).hasSize(900).startsWith(few.sequences().getFirst());
      assertThat(many.sequences().stream().mapToLong(Sequence::count))
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertAll(many.extent(), 60);
    }
  }

  private static Article plain(String id, String text) {
    return Article.withId(id).title("").paragraphs(List.of(text)).language("en").build();
  }

  @Test
  void logLikelihoodIsThatOfTheTable() {
    String storms = "storm ".repeat(12) + "rain ".repeat(5) + "gale ".repeat(9);
    String others = "storm ".repeat(3) + "rain ".repeat(2) + "calm ".repeat(55);
    try (SearchEngine engine =
        engine(folder, plain("a", storms + "wind ".repeat(14)), plain("b", others))) {
      List<Keyword> keywords = keywords(engine, set("gale")).keywords();
      assertThat(keywords).extracting(Keyword::word).startsWith("wind", "gale", "storm", "rain");
      assertLikelihood(keywords.get(1), 9, 0, 17.854457, 4.754888);
      assertLikelihood(keywords.get(2), 12, 3, 11.850844, 2.584963);
      assertLikelihood(keywords.get(3), 5, 2, 3.048807, 1.906891);
    }
  }

  private static void assertLikelihood(
      Keyword keyword, long count, long otherCount, double likelihood, double ratio) {
    assertThat(keyword.count()).isEqualTo(count);
    assertThat(keyword.otherCount()).isEqualTo(otherCount);
    assertThat(keyword.logLikelihood()).isCloseTo(likelihood, within(1e-6));
    assertThat(keyword.logRatio()).isCloseTo(ratio, within(1e-6));
  }

  @Test
  void keywordsLeaveOutStopWordsNumbersAndRareWords() {
    try (SearchEngine engine =
        engine(
            folder,
            plain("a", "The the the gale gale 1953 1953 g20 of once."),
            plain("b", "A calm day of rain."))) {
      KeywordsRequest request = new KeywordsRequest(set("gale"), Optional.empty(), false, 1, ALL);
      assertThat(engine.workbench().keywords(request).keywords())
          .extracting(Keyword::word)
          .containsExactly("gale", "g20");
      KeywordsRequest frequent = new KeywordsRequest(set("gale"), Optional.empty(), true, 2, ALL);
      assertThat(engine.workbench().keywords(frequent).keywords())
          .extracting(Keyword::word)
          .containsExactly("the", "gale");
    }
  }

  @Test
  void aComparisonSetIsTakenWithoutTheArticlesOfTheSet() {
    try (SearchEngine engine =
        engine(
            folder,
            plain("a", "gale rain"),
            plain("b", "gale rain calm calm"),
            plain("c", "fog"))) {
      KeywordsRequest request =
          new KeywordsRequest(set("gale -calm"), Optional.of(set("rain")), true, 1, ALL);
      Keywords found = engine.workbench().keywords(request);
      assertThat(found.words()).isEqualTo(2);
      assertThat(found.otherWords()).isEqualTo(4);
      assertThat(found.keywords())
          .extracting(Keyword::word, Keyword::count, Keyword::otherCount)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("gale", 1L, 1L),
              org.assertj.core.groups.Tuple.tuple("rain", 1L, 1L));
      assertAll(found.otherExtent(), 1);
    }
  }

  @Test
  void allMonthsBetweenTheFirstAndTheLastAreGroups() {
    try (SearchEngine engine =
        engine(
            folder,
            dated("a", "2014-11-03", "A gale. A gale!"),
            dated("b", "2015-02", "Rain"),
            dated("c", "2015", "A gale"),
            dated("d", "", "Fog, a gale"))) {
      assertThat(frequencies(engine, set("gale"), WordGrouping.MONTH).groups())
          .containsExactly(
              new Group("2014-11", 4, 1, 2),
              new Group("2014-12", 0, 0, 0),
              new Group("2015-01", 0, 0, 0),
              new Group("2015-02", 1, 0, 0),
              new Group("", 5, 2, 2));
      assertThat(frequencies(engine, set("gale"), WordGrouping.YEAR).groups())
          .containsExactly(
              new Group("2014", 4, 1, 2), new Group("2015", 3, 1, 1), new Group("", 3, 1, 1));
    }
  }

  private static Article dated(String id, String date, String text) {
    PublicationDate at = date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date);
    return plain(id, text).toBuilder().publishedAt(at).build();
  }

  @Test
  void filtersRestrictGroupsAndNotTheArchive() {
    try (SearchEngine engine =
        engine(
            folder,
            plain("a", "A gale").toBuilder().source("Lantern").build(),
            plain("b", "Rain and gale").toBuilder().source("Post").build(),
            plain("c", "Rain").toBuilder().source("Post").build())) {
      Filters post = NONE.with(FacetField.SOURCE, List.of("Post"));
      Frequencies found = frequencies(engine, set("gale", post), WordGrouping.SOURCE);
      assertThat(found.archive()).isEqualTo(6);
      assertThat(found.hits()).isEqualTo(3);
      assertThat(found.all()).isEqualTo(new Group("", 4, 1, 1));
      assertThat(found.groups()).containsExactly(new Group("Post", 4, 1, 1));
      assertThat(found.all().perMillion()).isEqualTo(250_000);
      assertThat(frequencies(engine, set("gale"), WordGrouping.SOURCE).groups())
          .containsExactly(new Group("Post", 4, 1, 1), new Group("Lantern", 2, 1, 1));
      assertThat(keywords(engine, set("gale", post)).words()).isEqualTo(3);
    }
  }

  @Test
  void everyPlaceCountsOnceWhereverItIs() {
    Article article =
        plain("a", "Gale, gales and a NEAR gale.").toBuilder()
            .title("The gale")
            .captions(List.of("A gale"))
            .corrections(List.of("It was no gale."))
            .build();
    try (SearchEngine engine = engine(folder, article)) {
      Map.of(
              "gale", 5L,
              "=gale", 4L,
              "lead:gale OR body:gale", 3L,
              "correction:gale", 1L,
              "\"near gale\"", 1L,
              "gale*", 5L,
              "the gale", 5L,
              "gale NEAR/1 gales", 1L,
              "", 0L)
          .forEach(
              (query, matches) ->
                  assertThat(frequencies(engine, set(query), WordGrouping.YEAR).all())
                      .as(query)
                      .isEqualTo(new Group("", 10, 1, matches)));
    }
  }

  @Test
  void updatesRemovalsWithdrawalsAndVersionsAreCountedAtOnce() {
    ItemVersion first = ItemVersion.of("", "story", "1");
    files.put("a", plain("a", "gale gale gale"));
    files.put("b", plain("b", "gale rain"));
    files.put("z", plain("z", "fog"));
    files.put("c", plain("c", "gale first").toBuilder().items(List.of(first)).build());
    files.rebuild(at(folder));
    assertCounts(set("gale"), 8, 5);
    files.put("a", plain("a", "rain rain"));
    files.put(
        "d",
        plain("d", "gale second time").toBuilder()
            .items(List.of(ItemVersion.of("", "story", "2")))
            .build());
    files.update(at(folder));
    assertCounts(set("gale"), 8, 2);
    Filters every = new Filters(Optional.empty(), Optional.empty(), Map.of(), VersionScope.ALL);
    assertCounts(set("gale", every), 10, 3);
    files.remove("b");
    files.update(at(folder));
    assertCounts(set("gale"), 6, 1);
  }

  private void assertCounts(WordSet set, long archive, long matches) {
    try (SearchEngine engine = open(folder)) {
      Frequencies found = frequencies(engine, set, WordGrouping.YEAR);
      assertThat(found.archive()).isEqualTo(archive);
      assertThat(found.all().matches()).isEqualTo(matches);
      Keywords keywords = keywords(engine, set);
      assertThat(keywords.words() + keywords.otherWords()).isEqualTo(archive);
      assertThat(keywords.keywords())
          .filteredOn(keyword -> keyword.word().equals("gale"))
          .allMatch(gale -> gale.count() == matches && gale.otherCount() == 0)
          .hasSize(1);
    }
  }

  @Test
  void onlyTheOldestReprintCountsWhereTheyAreFolded() {
    String text = NoiseWords.of(1, 60);
    try (SearchEngine engine =
        engine(
            folder,
            dated("a", "2015-03-02", "gale " + text),
            dated("b", "2014-03-01", "gale gale " + text),
            dated("c", "2014-03-01", "gale gale " + text + " end"),
            dated("d", "2013-03-01", "rain " + text),
            dated("e", "", "gale " + text),
            dated("other", "2016-01-01", "gale fog"))) {
      long length = NoiseWords.of(1, 60).split(" ").length;
      Frequencies found = frequencies(engine, folded("gale"), WordGrouping.YEAR);
      assertThat(found.all()).isEqualTo(new Group("", length + 3, 2, 3));
      assertThat(found.archive()).isEqualTo(length + 3);
      assertThat(found.hits()).isEqualTo(length + 4);
      assertThat(frequencies(engine, set("gale"), WordGrouping.YEAR).all())
          .isEqualTo(new Group("", 5 * length + 10, 5, 7));
      Keywords keywords = keywords(engine, folded("gale"));
      assertThat(keywords.words()).isEqualTo(length + 4);
      assertThat(keywords.otherWords()).isEqualTo(length + 1);
      Sequences sequences =
          engine.workbench().sequences(new SequencesRequest(folded("gale"), 2, true, 1, ALL));
      assertThat(sequences.sequences())
          .contains(new Sequence("gale gale", 1, 1), new Sequence("gale fog", 1, 1));
      assertAll(sequences.extent(), 2);
    }
  }

  @Test
  void anAnswerThatTheTimeDidNotSufficeForSaysSo() {
    build(folder, List.of(article("a", "gale"), article("b", "gale rain")));
    try (SearchEngine engine = open(folder, Duration.ofNanos(1))) {
      assertThat(frequencies(engine, set("gale"), WordGrouping.YEAR).extent().isExact()).isFalse();
      Keywords keywords = keywords(engine, set("gale"));
      assertThat(keywords.extent().isExact()).isFalse();
      assertThat(keywords.notes()).isNotEmpty();
      SequencesRequest pairs = new SequencesRequest(set("gale"), 2, true, 1, 10);
      assertThat(engine.workbench().sequences(pairs).extent().isExact()).isFalse();
    }
  }
}
