package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Reprint;
import broadsheet.ledger.Source;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sets aside what a source repeats in articles that are otherwise not alike. */
abstract class FurnitureContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(2);

  private static final String BOX =
      "Get the harbour letter delivered to your inbox. By signing up, you agree to our policy.";

  private static final String LINKS =
      "Ferry strike ends after talks Mayor opens new pier Storm closes lighthouse Whale seen off"
          + " breakwater Council votes on tunnel Cranes return to dock Tide tables for June Old"
          + " captain tells of ice Bridge to be painted green Swans leave the basin Pilots want"
          + " longer nights off Customs find parrots in crate Regatta moved to August MORE";

  private static final String FORM =
      "the bank said that it had on this day provided the money market with another";

  private int round;

  private static Article article(String id, String source, String... paragraphs) {
    return TestArticles.article(id, paragraphs).toBuilder().source(source).build();
  }

  /** An article that is like no other. */
  private static Article own(int number, String source, String... more) {
    List<String> paragraphs = new ArrayList<>(List.of(NoiseWords.of(number, 60)));
    paragraphs.addAll(Arrays.asList(more));
    return article("a" + number, source, paragraphs.toArray(String[]::new));
  }

  private static List<String> ids(SearchEngine engine, String query) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    List<String> ids = new ArrayList<>();
    engine.export(SearchRequest.of(root).unfolded(), article -> ids.add(article.id()));
    return ids.stream().sorted().toList();
  }

  private static List<String> setAside(Article article) {
    String body = NamedPart.BODY.of(article);
    return article.furniture().stretches().stream()
        .map(stretch -> body.substring(stretch.start(), stretch.end()))
        .toList();
  }

  private static List<String> setAside(SearchEngine engine, String id) {
    return setAside(engine.article(id).orElseThrow());
  }

  @Test
  void sentencesOfThreeUnlikeArticlesAreSearchedOnlyWhenAsked() {
    try (SearchEngine engine =
        engine(
            folder,
            own(1, "Gazette", BOX),
            own(2, "Gazette", BOX, "The end."),
            own(3, "gazette", BOX),
            own(4, "Courier", BOX),
            own(5, "Courier", BOX))) {
      assertThat(ids(engine, "inbox")).containsExactly("a4", "a5");
      assertThat(ids(engine, "furniture:inbox")).containsExactly("a1", "a2", "a3");
      assertThat(ids(engine, "furniture:\"harbour letter\"")).containsExactly("a1", "a2", "a3");
      assertThat(ids(engine, "furniture:(harbour w/3 delivered)")).hasSize(3);
      assertThat(ids(engine, "furniture:*")).containsExactly("a1", "a2", "a3");
      assertThat(ids(engine, "-furniture:*")).containsExactly("a4", "a5");
      assertThat(setAside(engine, "a1")).containsExactly(BOX);
      assertThat(engine.article("a2").orElseThrow().paragraphs())
          .containsExactly(NoiseWords.of(2, 60), BOX, "The end.");
      assertThat(setAside(engine, "a4")).isEmpty();
    }
  }

  @Test
  void matchesInFurnitureAreMarkedWhereTheyStand() {
    try (SearchEngine engine =
        engine(
            folder,
            own(1, "Gazette", BOX, "Last words."),
            own(2, "Gazette", BOX),
            own(3, "Gazette", BOX))) {
      QueryNode query = QueryParser.parse("furniture:inbox last", LocalDate.EPOCH).root();
      assertThat(engine.find("a1", query).orElseThrow().paragraphs().stream())
          .extracting(SearchAnswers::bracketed)
          .contains(BOX.replace("inbox", "[inbox]"), "[Last] words.");
      assertThat(engine.search(SearchRequest.of(query)).hits().getFirst().snippets())
          .extracting(SearchAnswers::bracketed)
          .containsExactly(
              "[Last] words.",
              "Repeated by its source: Get the harbour letter delivered to your [inbox].");
    }
  }

  @Test
  void linksWithinASentenceAreSetAsideAndFormulasAreNot() {
    List<Article> articles = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      String own = NoiseWords.of(i, 60);
      String before = NoiseWords.of(i + 50, 8);
      articles.add(
          article(
              "a" + i, "", own + " Mayor " + LINKS + " said yes " + before + " " + FORM + " " + i));
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      assertThat(setAside(engine, "a1"))
          .singleElement()
          .satisfies(links -> assertThat(links).startsWith("Mayor Ferry").endsWith("said yes"));
      assertThat(ids(engine, "lighthouse")).isEmpty();
      assertThat(ids(engine, "\"money market\"")).hasSize(4);
    }
  }

  @Test
  void aStoryThatIsPrintedManyTimesIsNotFurniture() {
    List<Article> articles = new ArrayList<>();
    String story = NoiseWords.of(9, 300);
    for (int i = 0; i < 60; i++) {
      articles.add(article("print" + i, "Gazette", story, "Edition " + i));
    }
    articles.add(article("cut", "Gazette", story.substring(0, story.length() / 2)));
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      for (Article article : articles) {
        assertThat(setAside(engine, article.id())).as(article.id()).isEmpty();
      }
    }
  }

  @Test
  void differentStoriesWithOneGalleryAreNoReprints() {
    String gallery = NoiseWords.of(77, 200) + ". " + NoiseWords.of(78, 200) + ".";
    List<Article> articles = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      articles.add(own(i, "Gazette", gallery));
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.find("a1", new QueryNode.Everything()).orElseThrow().reprints()).isEmpty();
      assertThat(engine.search(SearchRequest.of(new QueryNode.Everything())).folded()).isZero();
      assertThat(
              engine.search(SearchRequest.of(new QueryNode.Everything())).hits().stream()
                  .flatMap(hit -> hit.snippets().stream())
                  .map(MarkedText::text))
          .noneMatch(snippet -> snippet.contains(gallery.substring(0, 20)));
    }
  }

  /** Another source prints what this one repeats as a part of its article. */
  @Test
  void aReprintElsewhereHasTheWholeText() {
    String notice = NoiseWords.of(77, 200) + ".";
    try (SearchEngine engine =
        engine(
            folder,
            own(1, "Gazette", notice),
            own(2, "Gazette", notice),
            own(3, "Gazette", notice),
            own(1, "Courier", notice).toBuilder().id("copy", Article.IdOrigin.STATED).build())) {
      assertThat(setAside(engine, "a1")).containsExactly(notice);
      assertThat(engine.find("copy", new QueryNode.Everything()).orElseThrow().reprints())
          .extracting(Reprint::id)
          .containsExactly("a1");
    }
  }

  @Test
  void whoeverIsNamedOrQuotedThereIsNotNamedByTheArticle() {
    String box =
        "The editor, Paul Volcker, said: “Send us your letters every week.” Mr. Volcker reads"
            + " each.";
    List<Article> articles = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      String own = "The minister, Anna Bergmann, spoke on day " + i + ".";
      articles.add(own(i, i <= 3 ? "Gazette" : "Courier " + i, own, "It rained.", box));
    }
    try (IndexingSession session = at(folder).rebuild(NameMode.FIND)) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    try (SearchEngine engine = open(folder)) {
      List<String> others = List.of("a4", "a5", "a6", "a7", "a8", "a9");
      assertThat(ids(engine, "person:\"Paul Volcker\"")).isEqualTo(others);
      assertThat(ids(engine, "speaker:\"Paul Volcker\"")).isEqualTo(others);
      assertThat(ids(engine, "said:letters")).isEqualTo(others);
      assertThat(ids(engine, "person:\"Anna Bergmann\"")).hasSize(9);
    }
  }

  @Test
  void aBoxInChineseIsSetAside() {
    List<Article> articles = new ArrayList<>();
    String box = "請登記接收本報每日電郵通訊，即可率先閱讀最新消息及獨家專題報道，訂閱完全免費。";
    for (int i = 1; i <= 4; i++) {
      StringBuilder own = new StringBuilder();
      new Random(i).ints(80, 0x4E00, 0x9000).forEach(own::appendCodePoint);
      articles.add(
          TestArticles.article("zh", "z" + i, List.of(own + "。", box)).toBuilder()
              .source("日報")
              .build());
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      assertThat(setAside(engine, "z1")).containsExactly(box);
      assertThat(ids(engine, "率先閱讀")).isEmpty();
      assertThat(ids(engine, "furniture:率先閱讀")).hasSize(4);
    }
  }

  @Test
  void versionsOfOneItemAreAlike() {
    List<Article> articles = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      articles.add(
          own(i, "Gazette", BOX).toBuilder()
              .items(List.of(new ItemVersion("tag:gazette,2026:ferry", "" + i, "")))
              .build());
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      assertThat(setAside(engine, "a4")).isEmpty();
    }
  }

  @Test
  void updatesDecideAsRebuildsDo() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  private void oneArchive(Random random) {
    ImaginedFiles files = new ImaginedFiles();
    Path updated = folder.resolve("furniture" + round);
    Path rebuilt = folder.resolve("furniture-rebuilt" + round++);
    for (int i = 0; i < 14; i++) {
      files.put("f" + i, some(random));
    }
    files.rebuild(at(updated));
    for (int step = 0; step < 4; step++) {
      for (int i = 0; i < 4; i++) {
        String name = "f" + random.nextInt(18);
        if (random.nextInt(3) == 0) {
          files.remove(name);
        } else {
          files.put(name, some(random));
        }
      }
      files.update(at(updated));
      files.rebuild(at(rebuilt));
      try (SearchEngine expected = open(rebuilt);
          SearchEngine actual = open(updated)) {
        assertThat(furniture(actual)).isEqualTo(furniture(expected));
        for (String query : List.of("inbox", "furniture:inbox", "whale", "furniture:whale")) {
          assertThat(ids(actual, query)).as(query).isEqualTo(ids(expected, query));
        }
      }
    }
  }

  private static Article[] some(Random random) {
    Article[] some = new Article[1 + random.nextInt(3)];
    for (int i = 0; i < some.length; i++) {
      List<String> paragraphs = new ArrayList<>();
      paragraphs.add(NoiseWords.of(random.nextInt(30), 60));
      for (String piece : List.of(BOX, LINKS, NoiseWords.of(99, 30) + ".")) {
        if (random.nextInt(3) == 0) {
          String before = random.nextBoolean() ? "" : NoiseWords.of(random.nextInt(3), 8) + " ";
          paragraphs.add(before + piece + (random.nextBoolean() ? "" : " Printed by hand."));
        }
      }
      String id = "r" + random.nextInt(1_000_000);
      String source = random.nextInt(5) == 0 ? "Courier" : "Gazette";
      some[i] = article(id, source, paragraphs.toArray(String[]::new));
    }
    return some;
  }

  private static Map<String, List<String>> furniture(SearchEngine engine) {
    Map<String, List<String>> furniture = new TreeMap<>();
    engine.export(
        SearchRequest.of(new QueryNode.Everything()).unfolded(),
        article -> furniture.put(article.id(), setAside(article.article())));
    return new LinkedHashMap<>(furniture);
  }

  @Test
  void aSourceOrAnArchiveMayShowWhatItRepeats() {
    ImaginedFiles files = new ImaginedFiles();
    for (int i = 1; i <= 6; i++) {
      files.put("f" + i, own(i, i <= 3 ? "Gazette" : "Courier", BOX));
    }
    files.rebuild(at(folder));
    assertThat(found("inbox")).isEmpty();
    treat(new FurnitureChange(false, Optional.of("GAZETTE")));
    assertThat(found("inbox")).containsExactly("a1", "a2", "a3");
    assertThat(found("furniture:inbox")).containsExactly("a4", "a5", "a6");
    files.rebuild(at(folder));
    assertThat(found("inbox")).as("kept by a rebuild").containsExactly("a1", "a2", "a3");
    treat(new FurnitureChange(false, Optional.empty()));
    assertThat(found("inbox")).hasSize(6);
    treat(new FurnitureChange(true, Optional.empty()));
    assertThat(found("inbox")).isEmpty();
    assertThat(found("furniture:inbox")).hasSize(6);
  }

  private List<String> found(String query) {
    try (SearchEngine engine = open(folder)) {
      return ids(engine, query);
    }
  }

  private void treat(FurnitureChange change) {
    try (IndexingSession session = at(folder).update()) {
      session.treat(change);
      keep(session);
      session.commit(session.sources());
    }
  }

  private static void keep(IndexingSession session) {
    for (int i = 1; i <= 6; i++) {
      session.known("/news/f" + i).ifPresent(session::keep);
    }
  }

  @Test
  void nothingIsSetAsideOfAnArticleAlone() {
    try (SearchEngine engine = engine(folder, own(1, "Gazette", BOX, BOX, BOX))) {
      assertThat(engine.article("a1").orElseThrow().furniture()).isEqualTo(Furniture.NONE);
    }
  }
}
