package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SortOrder;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import broadsheet.query.ParsedQuery;
import broadsheet.query.tree.ListLookup;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Receipts;
import broadsheet.receipt.Replay;
import broadsheet.receipt.Replay.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Receipts of searches, repeated in the same, a rebuilt and an updated archive. */
abstract class ReceiptContract extends EngineContract {

  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
  private static final Clock YEAR_AFTER =
      Clock.fixed(Instant.parse("2027-11-29T10:00:00Z"), ZoneOffset.UTC);
  private static final SearchParameters TIDE = SearchParameters.none().withText("tide");

  private static List<Article> articles() {
    return List.of(
        dated("a", "2026-11-25", "High tide at the quay."),
        dated("b", "2026-10-01", "A tide of letters."),
        dated("c", "", "The tide turned, and no one knows when."),
        dated("d", "2025", "A ferry left."));
  }

  private static Article dated(String id, String date, String text) {
    Article article = article(id, text);
    return date.isEmpty()
        ? article
        : article.toBuilder().publishedAt(PublicationDate.stated(date)).build();
  }

  private static Receipts receipts(SearchEngine engine, Clock clock) {
    return new Receipts(engine, UnaryOperator.identity(), clock, () -> {});
  }

  /** The receipt, written to a file and read back. */
  private static Receipt receipt(SearchEngine engine, SearchParameters parameters) {
    return read(receipts(engine, DAY).of(parameters));
  }

  private static Receipt read(Receipt receipt) {
    try {
      Receipt read = ReceiptFile.read(new ByteArrayInputStream(ReceiptFile.bytes(receipt)));
      assertThat(read).isEqualTo(receipt);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Replay replay(SearchEngine engine, Receipt receipt) {
    return receipts(engine, YEAR_AFTER).replayed(receipt);
  }

  private static List<String> ids(List<ArticleRef> articles) {
    return articles.stream().map(ArticleRef::id).toList();
  }

  @Test
  void aReceiptHasTheArticlesThatThePageCounts() {
    List<Article> articles = new ArrayList<>(articles());
    String text = "The tide came in over the wall of the harbour and flooded nineteen houses. ";
    articles.add(dated("reprint1", "2026-11-01", text.repeat(5)));
    articles.add(dated("reprint2", "2026-11-02", text.repeat(5)));
    try (SearchEngine engine = engine(folder.resolve("page"), articles.toArray(Article[]::new))) {
      Receipt receipt = receipt(engine, TIDE);
      assertThat(receipt.counts().total()).isEqualTo(5);
      assertThat(receipt.counts().grouped()).isEqualTo(1);
      assertThat(receipt.counts().isComplete()).isTrue();
      assertThat(ids(receipt.found().articles()))
          .containsExactly("a", "b", "c", "reprint1", "reprint2");
      assertThat(receipt.found().articles())
          .containsExactlyInAnyOrderElementsOf(
              engine.refs(List.of("a", "b", "c", "reprint1", "reprint2")).values());
      assertThat(receipt.archive().articles()).isEqualTo(6);
      assertThat(receipt.archive().names()).isEmpty();
      Replay replay = replay(engine, receipt);
      assertThat(replay.outcome()).isEqualTo(Verdict.SAME);
      assertThat(replay.causes()).isEmpty();
    }
  }

  @Test
  void aReplayCountsWhatIsGoneSinceItsSourceRepeatsIt() {
    ImaginedFiles files = new ImaginedFiles();
    List<Article> articles = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      Article repeating =
          article(
              "r" + i,
              NoiseWords.of(i, 60),
              "Read our tide tables each morning before you sail"
                  + " and send your own pictures of the harbour.");
      articles.add(repeating);
    }
    files.put("f1", articles.get(0), articles.get(1));
    files.rebuild(at(folder));
    Receipt receipt;
    try (SearchEngine engine = open(folder)) {
      receipt = receipt(engine, TIDE);
      assertThat(receipt.counts().total()).isEqualTo(2);
    }
    files.put("f3", articles.get(2));
    files.update(at(folder));
    try (SearchEngine engine = open(folder)) {
      assertThat(replay(engine, receipt).causes())
          .contains(
              "2 of the articles that are gone match only in text that their source repeats, which"
                  + " is set aside now; add furniture:show to search it.");
    }
  }

  @Test
  void filtersOrderAndMatchAreKept() {
    try (SearchEngine engine =
        engine(folder.resolve("filters"), articles().toArray(Article[]::new))) {
      SearchParameters all =
          SearchParameters.none()
              .withText("tide quay letters")
              .withSort(SortOrder.OLDEST)
              .withMatch(Match.SOME)
              .withDuplicates(true)
              .withFilters(
                  Filters.none()
                      .with(FacetField.YEAR, List.of("2026"))
                      .between(
                          Optional.empty(),
                          Optional.of(DAY.instant().atZone(ZoneOffset.UTC).toLocalDate())));
      Receipt receipt = receipt(engine, all);
      assertThat(receipt.parameters()).isEqualTo(all);
      assertThat(receipt.search())
          .containsEntry("sort", List.of("oldest"))
          .containsEntry("match", List.of("some"))
          .containsEntry("year", List.of("2026"))
          .containsEntry("to", List.of("2026-11-29"));
      assertThat(ids(receipt.found().articles())).containsExactly("a", "b");
    }
  }

  @Test
  void aRebuiltArchiveFindsTheSame() {
    Path place = folder.resolve("rebuilt");
    Receipt receipt;
    try (SearchEngine engine = engine(place, articles().toArray(Article[]::new))) {
      receipt = receipt(engine, TIDE);
    }
    build(place, articles().reversed());
    try (SearchEngine engine = open(place)) {
      Replay replay = replay(engine, receipt);
      assertThat(replay.outcome()).isEqualTo(Verdict.SAME);
      assertThat(replay.sentence()).isEqualTo("The same articles are found, with the same texts.");
      assertThat(replay.causes())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("The archive was updated");
    }
  }

  private void read(Path place, boolean isUpdate, String file, Article... articles) {
    try (IndexingSession session = isUpdate ? at(place).update() : at(place).rebuild()) {
      session.begin(file);
      for (Article article : articles) {
        session.add(file, article);
      }
      session.end(new FileRecord(file, file, "", "", "", 1, articles.length, 0, 0, 0));
      session.commit(List.of(new Source("/a", "")));
    }
  }

  @Test
  void anUpdatedArchiveHasNewGoneAndChangedArticles() {
    Path place = folder.resolve("updated");
    read(place, false, "/a/one", articles().toArray(Article[]::new));
    Receipt receipt;
    try (SearchEngine engine = open(place)) {
      receipt = receipt(engine, TIDE);
    }
    read(
        place,
        true,
        "/a/one",
        dated("a", "2026-11-25", "High tide at the quay."),
        dated("b", "2026-10-01", "A tide of letters, corrected."),
        dated("new", "2027-01-01", "Another tide."));
    try (SearchEngine engine = open(place)) {
      Replay replay = replay(engine, receipt);
      assertThat(replay.outcome()).isEqualTo(Verdict.DIFFERENT);
      assertThat(replay.sentence()).isEqualTo("Not the same: 1 new, 1 gone, 1 changed.");
      assertThat(ids(replay.difference().newArticles())).containsExactly("new");
      assertThat(ids(replay.difference().goneArticles())).containsExactly("c");
      assertThat(replay.difference().changedArticles())
          .extracting(Replay.ChangedArticle::id)
          .containsExactly("b");
    }
  }

  @Test
  void relativeDatesMeanTheDaysTheyMeantThen() {
    try (SearchEngine engine =
        engine(folder.resolve("dates"), articles().toArray(Article[]::new))) {
      Receipt receipt = receipt(engine, TIDE.withText("tide last:7d"));
      assertThat(receipt.query().day()).isEqualTo("2026-11-29");
      assertThat(receipt.query().dates()).containsExactly("2026-11-22..");
      assertThat(ids(receipt.found().articles())).containsExactly("a");
      assertThat(replay(engine, receipt).outcome()).isEqualTo(Verdict.SAME);
    }
  }

  private static UnaryOperator<ParsedQuery> list(Set<String> ids) {
    return query ->
        new ParsedQuery(
            query.text(), ListLookup.filled(query.root(), _ -> ids), query.reading(), List.of());
  }

  @Test
  void listsAreThoseOfThen() {
    try (SearchEngine engine =
        engine(folder.resolve("lists"), articles().toArray(Article[]::new))) {
      SearchParameters listed = TIDE.withText("tide list:story");
      Receipt receipt =
          read(new Receipts(engine, list(Set.of("a", "d")), DAY, () -> {}).of(listed));
      assertThat(ids(receipt.query().lists().getFirst().content().articles()))
          .containsExactly("a", "d");
      assertThat(ids(receipt.found().articles())).containsExactly("a");
      Replay same =
          new Receipts(engine, list(Set.of("a", "d")), YEAR_AFTER, () -> {}).replayed(receipt);
      assertThat(same.outcome()).isEqualTo(Verdict.SAME);
      assertThat(same.causes()).isEmpty();
      Replay changed =
          new Receipts(engine, list(Set.of("b")), YEAR_AFTER, () -> {}).replayed(receipt);
      assertThat(changed.outcome()).isEqualTo(Verdict.SAME);
      assertThat(changed.causes())
          .containsExactly(
              "The list “story” has changed: 2 articles then, 1 now. The search was repeated with"
                  + " those of then.");
    }
  }

  @Test
  void correctedNamesAreTold() {
    Path place = folder.resolve("named");
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      articles.add(
          article(
              "volcker" + i, "The chairman, Paul Volcker, said on day " + i + " that it rained."));
    }
    try (IndexingSession session = at(place).rebuild(NameMode.FIND)) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    try (SearchEngine engine = open(place)) {
      String before = engine.namesDigest().orElseThrow();
      Receipt receipt = receipt(engine, TIDE.withText("person:\"Paul Volcker\""));
      Receipt others = receipt(engine, TIDE.withText("chairman"));
      assertThat(receipt.found().count()).isEqualTo(8);
      engine.correct(
          List.of(
              new NameCorrection(
                  new Name(NameKind.PERSON, "Paul Volcker"),
                  "",
                  Optional.of(new Name(NameKind.PERSON, "Paul A. Volcker")),
                  "",
                  Instant.EPOCH)));
      assertThat(engine.namesDigest())
          .isPresent()
          .hasValueSatisfying(digest -> assertThat(digest).hasSize(64).isNotEqualTo(before));
      Replay replay = replay(engine, receipt);
      assertThat(replay.causes()).containsExactly("Names were decided anew or corrected.");
      assertThat(replay(engine, others).causes()).isEmpty();
      engine.correct(List.of());
      assertThat(engine.namesDigest()).contains(before);
      assertThat(replay(engine, receipt).causes()).isEmpty();
    }
  }
}
