package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.NamedPlace;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SpokenWords;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.ledger.Source;
import broadsheet.names.FormUse;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names that are found in articles, beside those that articles state. */
abstract class NameContract extends EngineContract {

  private static final int MENTIONING = 8;
  private static final Name VOLCKER = new Name(NameKind.PERSON, "Paul Volcker");
  private static final Filters NONE = Filters.none();

  static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < MENTIONING; i++) {
      articles.add(
          article(
              "volcker" + i,
              "The chairman, Paul Volcker, said on day %s that interest rates would rise."
                  .formatted(i),
              "Mr. Volcker spoke to bankers about inflation."));
    }
    articles.add(
        article("stated", "Nothing was said.").toBuilder()
            .people(List.of("Paul Volcker", "Alan Someone"))
            .build());
    articles.add(article("none", "The harbour was closed and the strike went on."));
    return articles;
  }

  private Path indexed(List<Article> articles, NameMode mode) {
    Path place = folder.resolve("named");
    try (IndexingSession session = at(place).rebuild(mode)) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    return place;
  }

  private SearchEngine named() {
    return open(indexed(articles(), NameMode.FIND));
  }

  private static SearchResults search(SearchEngine engine, String query) {
    return engine.search(SearchRequest.of(parsed(query)));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  @Test
  void aFormIsCountedAndLeadsToItsNameOrIsUndecided() {
    try (SearchEngine engine = named()) {
      FormUse volcker = engine.form("Paul Volcker");
      assertThat(volcker.articles()).isEqualTo(MENTIONING);
      assertThat(volcker.names()).containsExactly(new Name(NameKind.PERSON, "Paul Volcker"));
      assertThat(engine.form("Nosuch")).isEqualTo(new FormUse("Nosuch", List.of(), 0));
      assertThat(engine.undecidedForms(1, 10)).isEmpty();
      engine.correct(
          List.of(
              new NameCorrection(
                  new Name(NameKind.PERSON, "Paul Volcker"),
                  "",
                  Optional.empty(),
                  "",
                  Instant.EPOCH)));
      assertThat(engine.undecidedForms(2, 10))
          .containsExactly(new FormUse("Paul Volcker", List.of(), MENTIONING));
      assertThat(engine.undecidedForms(MENTIONING + 1L, 10)).isEmpty();
    }
  }

  @Test
  void aPersonIsFoundByMentionsAndByMetadata() {
    try (SearchEngine engine = named()) {
      for (String query :
          List.of(
              "person:\"Paul Volcker\"",
              "person:volcker",
              "person:volck*",
              "person:Volker~",
              "person:(paul volcker)")) {
        assertThat(search(engine, query).total()).as(query).isEqualTo(MENTIONING + 1);
      }
      assertThat(search(engine, "person:\"Volcker Paul\"").total()).isZero();
      assertThat(search(engine, "person:* -person:volcker").total()).isZero();
      assertThat(search(engine, "-person:volcker").total()).isEqualTo(1);
      assertThat(search(engine, "person:volcker -inflation").total()).isEqualTo(1);
    }
  }

  @Test
  void mentionsAreMarkedAndNothingElse() {
    try (SearchEngine engine = named()) {
      MarkedArticle article =
          engine.find("volcker3", parsed("person:\"Paul Volcker\"")).orElseThrow();
      assertThat(marked(article.paragraphs())).contains("Paul Volcker");
      assertThat(marked(article.paragraphs()))
          .allMatch(mark -> mark.equals("Paul Volcker") || mark.equals("Volcker"));
      SearchResults results = search(engine, "person:\"Paul Volcker\" inflation");
      assertThat(results.hits()).hasSize(MENTIONING);
      assertThat(results.hits())
          .allMatch(
              hit ->
                  marked(hit.snippets()).contains("Paul Volcker")
                      || marked(hit.snippets()).contains("Volcker"));
    }
  }

  @Test
  void aMentionHasAPlaceAmongTheWords() {
    try (SearchEngine engine = named()) {
      for (String query :
          List.of(
              "person:\"Paul Volcker\" w/1 said",
              "person:\"Paul Volcker\" w/1 chairman",
              "person:volcker pre/1 said",
              "chairman pre/1 person:volcker",
              "person:volcker w/s inflation",
              "person:volcker w/p rates",
              "person:volcker w/2 (said chairman)",
              "person:volck* w/1 said",
              "person:Volker~ w/1 said",
              "person:* w/1 said",
              "person:(paul OR volcker) w/1 said",
              "person:volcker^2 w/1 said",
              "person:(volcker w/1 =volcker) OR person:volcker w/1 said",
              "ATLEAST/2 person:volcker",
              "person:(ATLEAST/2 volcker)",
              "ATLEAST/2 (person:volcker OR said)",
              "ATLEAST/2 (person:volcker OR furniture:said)",
              "person:volcker NOT w/3 inflation",
              "rates NOT w/3 person:volcker")) {
        assertThat(search(engine, query).total()).as(query).isEqualTo(MENTIONING);
        assertThat(search(engine, query).notes()).as(query).isEmpty();
      }
      for (String query :
          List.of(
              "said pre/1 person:volcker",
              "person:volcker w/1 day",
              "person:volcker w/9 harbour",
              "ATLEAST/3 person:volcker",
              "person:volcker NOT w/s (said OR inflation)",
              "inflation NOT w/9 person:volcker")) {
        assertThat(search(engine, query).total()).as(query).isZero();
      }
      MarkedArticle article = engine.find("volcker3", parsed("person:volcker w/1 said")).get();
      assertThat(marked(article.paragraphs())).containsExactly("Paul Volcker", "said");
      assertThat(engine.suggest("person:volcker w/10 inf", 8)).isNotNull();
      assertThat(rate(engine, "person:volcker w/1 said")).isEqualTo(MENTIONING);
    }
  }

  @Test
  void aCorrectionHoldsInDistances() {
    Name paul = new Name(NameKind.PERSON, "Volcker, Paul A.");
    try (SearchEngine engine = named()) {
      engine.correct(List.of(correction(Optional.of(paul))));
      assertThat(search(engine, "person:\"volcker paul\" w/1 said").total()).isEqualTo(MENTIONING);
      assertThat(search(engine, "ATLEAST/2 person:\"volcker paul\"").total()).isEqualTo(MENTIONING);
      engine.correct(List.of(correction(Optional.empty())));
      assertThat(SearchAnswers.ids(search(engine, "person:volcker w/1 said")))
          .as("stated alone")
          .containsExactly("stated");
    }
  }

  @Test
  void labelsHaveNoPlace() {
    List<Article> articles = new ArrayList<>();
    for (String source : List.of("Gazette", "Herald")) {
      for (String word : List.of("harbour", "strike")) {
        articles.add(
            article(source + word, "The news of the day was the " + word + ".").toBuilder()
                .source(source)
                .build());
      }
    }
    for (NameMode mode : NameMode.values()) {
      try (SearchEngine engine = open(indexed(articles, mode))) {
        assertLabels(engine, "source:gazette w/10 harbour", "Gazetteharbour");
        assertLabels(engine, "source:(gazette w/3 harbour)");
        assertLabels(engine, "harbour pre/1 source:gazette", "Gazetteharbour");
        assertLabels(
            engine, "harbour w/s (source:gazette OR day)", "Gazetteharbour", "Heraldharbour");
        assertLabels(engine, "source:gazette NOT w/10 harbour", "Gazettestrike");
        assertLabels(engine, "harbour NOT w/2 source:gazette", "Heraldharbour");
        assertLabels(engine, "ATLEAST/2 source:gazette", "Gazetteharbour", "Gazettestrike");
        assertLabels(engine, "source:(ATLEAST/2 gazette)", "Gazetteharbour", "Gazettestrike");
        assertLabels(engine, "source:gazette w/10 date:unknown", "Gazetteharbour", "Gazettestrike");
      }
    }
  }

  private static void assertLabels(SearchEngine engine, String query, String... ids) {
    SearchResults found = search(engine, query);
    assertThat(SearchAnswers.ids(found)).as(query).containsExactlyInAnyOrder(ids);
    assertThat(Note.texts(found.notes()))
        .as(query)
        .anyMatch(note -> note.contains("has no place in the text"));
  }

  private static List<String> marked(List<MarkedText> texts) {
    return texts.stream()
        .flatMap(
            text ->
                text.marks().stream().map(mark -> text.text().substring(mark.start(), mark.end())))
        .toList();
  }

  @Test
  void aFacetCountsAnArticleOnceForAName() {
    try (SearchEngine engine = named()) {
      SearchResults all = engine.search(SearchRequest.of(new QueryNode.Everything()));
      assertThat(all.facets().get(FacetField.PERSON))
          .contains(
              new FacetCount("Paul Volcker", MENTIONING + 1, MENTIONING),
              new FacetCount("Alan Someone", 1, 0));
      Filters only = NONE.with(FacetField.PERSON, List.of("Paul Volcker"));
      assertThat(engine.search(SearchRequest.of(new QueryNode.Everything(), only)).total())
          .isEqualTo(MENTIONING + 1);
      assertThat(engine.values(FacetField.PERSON, parsed("inflation"), NONE))
          .containsExactly(new FacetCount("Paul Volcker", MENTIONING, MENTIONING));
    }
  }

  @Test
  void anArticleTellsItsNames() {
    try (SearchEngine engine = named()) {
      MarkedArticle article = engine.find("volcker0", new QueryNode.Everything()).orElseThrow();
      String body = NamedPart.BODY.of(article.article());
      assertThat(article.names())
          .filteredOn(place -> place.name().equals(VOLCKER))
          .isNotEmpty()
          .allMatch(place -> place.part() == NamedPart.BODY)
          .extracting(place -> body.substring(place.start(), place.end()))
          .contains("Paul Volcker");
      assertThat(engine.find("none", new QueryNode.Everything()).orElseThrow().names()).isEmpty();
      NameEntry entry = engine.name(VOLCKER).orElseThrow();
      assertThat(entry.forms()).contains("Paul Volcker");
      assertThat(entry.articles()).isEqualTo(MENTIONING);
      assertThat(engine.name(new Name(NameKind.PLACE, "Paul Volcker"))).isEmpty();
    }
  }

  @Test
  void anExportTellsFoundNamesApartFromStatedOnes() {
    try (SearchEngine engine = named()) {
      Map<String, NamedArticle> exported = new HashMap<>();
      engine.export(
          SearchRequest.of(parsed("person:*")).unfolded(), each -> exported.put(each.id(), each));
      assertThat(exported).hasSize(MENTIONING + 1);
      NamedArticle article = requireNonNull(exported.get("volcker0"));
      assertThat(article.found(NameKind.PERSON)).containsExactly("Paul Volcker");
      assertThat(article.article().people()).isEmpty();
      assertThat(engine.named("volcker0")).contains(article);
      assertThat(exported.values())
          .filteredOn(each -> each.article().people().contains("Alan Someone"))
          .singleElement()
          .satisfies(each -> assertThat(each.found()).isEmpty());
      engine.correct(List.of(correction(Optional.empty())));
      assertThat(engine.named("volcker0").orElseThrow().found(NameKind.PERSON)).isEmpty();
    }
  }

  @Test
  void aProfileShowsArticlesByTheirMentions() {
    try (SearchEngine engine = named()) {
      NameProfile profile = NameProfile.of(VOLCKER, engine).orElseThrow();
      assertThat(profile.total()).isEqualTo(MENTIONING + 1);
      assertThat(profile.newest().hits())
          .filteredOn(hit -> !hit.id().equals("stated"))
          .hasSize(MENTIONING)
          .allMatch(hit -> marked(hit.snippets()).contains("Paul Volcker"));
      Name someone = new Name(NameKind.PERSON, "Alan Someone");
      assertThat(NameProfile.of(someone, engine).orElseThrow().newest().hits())
          .extracting(Hit::id)
          .containsExactly("stated");
    }
  }

  @Test
  void aFoundNameCompletesWhatIsTyped() {
    try (SearchEngine engine = named()) {
      for (String typed : List.of("person:pau", "person:Vol", "person:", "person:\"paul v")) {
        assertThat(engine.suggest(typed, 8)).as(typed).contains("person:\"Paul Volcker\"");
      }
      assertThat(engine.suggest("person:al", 8)).containsExactly("person:\"Alan Someone\"");
      assertThat(engine.suggest("place:vol", 8)).isEmpty();
      for (String typed : List.of("volc", "pau", "paul v")) {
        assertThat(engine.completions(typed, 8))
            .as(typed)
            .filteredOn(each -> each.text().equalsIgnoreCase("Paul Volcker"))
            .extracting(Completion::kind)
            .containsExactly(Completion.Kind.NAME);
      }
      ArchiveFields fields = new ArchiveFields(engine);
      assertThat(fields.values(QueryField.PERSON)).contains("\"Paul Volcker\"");
      engine.correct(
          List.of(correction(Optional.of(new Name(NameKind.PERSON, "Volcker, Paul A.")))));
      assertThat(engine.suggest("person:vol", 8)).contains("person:\"Volcker, Paul A.\"");
      assertThat(fields.values(QueryField.PERSON)).contains("\"Volcker, Paul A.\"");
    }
  }

  @Test
  void withoutBeingAskedForNoneAreFound() {
    try (SearchEngine engine = open(indexed(articles(), NameMode.AS_IS))) {
      assertThat(search(engine, "person:volcker").total()).isEqualTo(1);
      assertThat(engine.name(VOLCKER)).isEmpty();
      assertThat(engine.find("volcker0", new QueryNode.Everything()).orElseThrow().names())
          .isEmpty();
    }
  }

  @Test
  void aCorrectionHoldsAtOnce() {
    Name paul = new Name(NameKind.PERSON, "Volcker, Paul A.");
    try (SearchEngine engine = named()) {
      engine.correct(List.of(correction(Optional.of(paul))));
      assertThat(engine.name(VOLCKER)).isEmpty();
      assertThat(engine.name(paul)).isPresent();
      assertThat(values(engine)).contains("Volcker, Paul A.", "Paul Volcker");
      assertThat(search(engine, "person:\"volcker paul\"").total()).isEqualTo(MENTIONING);
      engine.correct(List.of(correction(Optional.empty())));
      assertThat(engine.name(VOLCKER)).isEmpty();
      assertThat(search(engine, "person:\"Paul Volcker\"").total()).isEqualTo(1);
      assertThat(engine.find("volcker0", new QueryNode.Everything()).orElseThrow().names())
          .extracting(NamedPlace::name)
          .doesNotContain(VOLCKER);
      engine.correct(List.of());
      assertThat(search(engine, "person:\"Paul Volcker\"").total()).isEqualTo(MENTIONING + 1);
    }
  }

  @Test
  void theWorkbenchReadsNamesAsTheyAreCorrected() {
    Name paul = new Name(NameKind.PERSON, "Volcker, Paul A.");
    try (SearchEngine engine = named()) {
      String original = "person:\"Paul Volcker\"";
      List<String> mentions = matches(engine, original);
      assertThat(mentions).hasSize(2 * MENTIONING).containsOnly("Paul Volcker", "Volcker");
      assertThat(rate(engine, original)).isEqualTo(2 * MENTIONING);
      engine.correct(List.of(correction(Optional.of(paul))));
      assertThat(matches(engine, "person:\"volcker paul a\"")).isEqualTo(mentions);
      assertThat(matches(engine, original)).as("by a printed form").isEqualTo(mentions);
      engine.correct(List.of(correction(Optional.empty())));
      assertThat(matches(engine, "person:volcker")).isEmpty();
      assertThat(rate(engine, original)).isZero();
      engine.correct(List.of());
      assertThat(matches(engine, original)).isEqualTo(mentions);
    }
  }

  @Test
  void theWorkbenchReadsTheArticlesOfAList() {
    QueryNode listed =
        new QueryNode.AllOf(
            List.of(
                parsed("person:volcker"),
                new QueryNode.OnList("bankers", Set.of("volcker2", "none"))));
    try (SearchEngine engine = named()) {
      assertThat(lines(engine, listed))
          .hasSize(2)
          .allSatisfy(line -> assertThat(line.id()).isEqualTo("volcker2"));
      CollocatesRequest near =
          new CollocatesRequest(
              new WordSet(listed, NONE, false), 5, 5, false, true, 1, Association.OBSERVED, 100);
      assertThat(engine.workbench().collocates(near).matches()).isEqualTo(2);
    }
  }

  private static List<Concordance.Line> lines(SearchEngine engine, QueryNode query) {
    return ConcordanceContract.lines(
        engine, new WordSet(query, NONE, false), LineOrder.ARTICLE, 1_000);
  }

  private static List<String> matches(SearchEngine engine, String query) {
    return lines(engine, parsed(query)).stream().map(Concordance.Line::match).toList();
  }

  private static long rate(SearchEngine engine, String query) {
    WordSet set = new WordSet(parsed(query), NONE, false);
    return engine
        .workbench()
        .frequencies(new FrequenciesRequest(set, WordGrouping.YEAR))
        .all()
        .matches();
  }

  private static NameCorrection correction(Optional<Name> becomes) {
    return new NameCorrection(VOLCKER, "", becomes, "", Instant.EPOCH);
  }

  private static List<String> values(SearchEngine engine) {
    return engine.values(FacetField.PERSON, new QueryNode.Everything(), NONE).stream()
        .map(FacetCount::value)
        .toList();
  }

  @Test
  void namesMayBeFoundLaterAndDecidedAgain() {
    Path place = indexed(articles(), NameMode.AS_IS);
    try (IndexingSession session = at(place).update(NameMode.FIND)) {
      session.commit(session.sources());
    }
    try (SearchEngine engine = open(place)) {
      assertThat(search(engine, "person:volcker").total()).isEqualTo(MENTIONING + 1);
    }
    try (IndexingSession session = at(place).update()) {
      session.add("/test/late", article("late", "The chairman, Paul Volcker, said no."));
      session.commit(session.sources());
    }
    try (SearchEngine engine = open(place)) {
      assertThat(search(engine, "person:volcker").total()).isEqualTo(MENTIONING + 2);
    }
    try (IndexingSession session = at(place).update(NameMode.DECIDE)) {
      session.commit(session.sources());
    }
    try (SearchEngine engine = open(place)) {
      assertThat(engine.name(VOLCKER).orElseThrow().articles()).isEqualTo(MENTIONING + 1);
    }
  }

  @Test
  void quotesAreFoundWithTheirSpeaker() {
    List<Article> articles = new ArrayList<>(articles());
    articles.add(
        article(
            "quoting",
            "The meeting about the economy of the country went on for hours.",
            "“The cost of borrowing will rise before long,” Paul Volcker said on Monday.",
            "“Nothing of the harbour was ever mentioned to us,” a visitor said."));
    try (SearchEngine engine = open(indexed(articles, NameMode.FIND))) {
      for (String query :
          List.of(
              "said:borrowing",
              "said:\"cost of borrowing\"",
              "said:(volcker w/p borrowing)",
              "speaker:volcker said:long",
              "speaker:\"Paul Volcker\"",
              "person:volcker w/9 monday",
              "speaker:volcker monday",
              "speaker:volcker w/9 monday",
              "speaker:volcker w/s borrowing",
              "speaker:volcker w/1 said",
              "said:* speaker:*")) {
        assertThat(SearchAnswers.ids(search(engine, query))).as(query).containsExactly("quoting");
      }
      for (String query :
          List.of("said:economy", "said:harbour", "said:\"long paul\"", "speaker:visitor")) {
        assertThat(search(engine, query).total()).as(query).isZero();
      }
      MarkedArticle article = engine.find("quoting", parsed("said:borrowing")).orElseThrow();
      assertThat(marked(article.paragraphs())).containsExactly("borrowing");
      assertThat(engine.quotes(VOLCKER, List.of("none", "quoting", "unknown")))
          .containsExactly(
              new SpokenWords(
                  "quoting", VOLCKER, List.of("The cost of borrowing will rise before long,")));
      assertThat(engine.quotes(new Name(NameKind.PERSON, "A visitor"), List.of("quoting")))
          .isEmpty();
    }
  }

  @Test
  void savedSearchesMatchNamesAsTheyAreCorrected() {
    Name paul = new Name(NameKind.PERSON, "Volcker, Paul A.");
    Path place = indexed(articles(), NameMode.FIND);
    try (IndexingSession session = at(place).update()) {
      session.add("/test/late", article("late", "Later on, Mr. Volcker, Paul Volcker, said no."));
      session.commit(session.sources());
    }
    try (SearchEngine engine = open(place)) {
      engine.correct(List.of(correction(Optional.of(paul))));
      QueryNode near = parsed("person:\"volcker paul a\" w/1 said");
      assertThat(SearchAnswers.added(engine, new AlertSearch(near, NONE, 0)))
          .containsExactly("late");
    }
  }
}
