package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.OtherVersions;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Versions of one item are one article, the latest, in whatever order and from whatever files they
 * come; the earlier ones are kept, and found among all versions.
 */
abstract class VersionContract extends EngineContract {

  private static final QueryNode STORM = new QueryNode.Word("storm");

  private final ImaginedFiles files = new ImaginedFiles();

  private static ItemVersion item(String version) {
    return ItemVersion.of("", "story", version);
  }

  private static Article version(String id, String text, ItemVersion... items) {
    return article(id, text).toBuilder().source("Wire").items(List.of(items)).build();
  }

  private static SearchRequest all(QueryNode query, VersionScope versions) {
    return new SearchRequest(query, Filters.none().of(versions), SortOrder.RELEVANCE, 1, 100)
        .unfolded();
  }

  private void assertFound(String... ids) {
    try (SearchEngine engine = open(folder)) {
      SearchRequest everything = all(new QueryNode.Everything(), VersionScope.LATEST);
      assertThat(SearchAnswers.ids(engine.search(everything))).containsExactlyInAnyOrder(ids);
      List<String> exported = new ArrayList<>();
      engine.export(everything, each -> exported.add(each.id()));
      assertThat(exported).containsExactlyInAnyOrder(ids);
      assertThat(engine.articleCount()).isEqualTo(ids.length);
      assertThat(engine.ledger().totals().indexed()).isEqualTo(ids.length);
    }
  }

  private void assertFoundAmongAll(QueryNode query, String... ids) {
    try (SearchEngine engine = open(folder)) {
      assertThat(SearchAnswers.ids(engine.search(all(query, VersionScope.ALL))))
          .containsExactlyInAnyOrder(ids);
    }
  }

  @Test
  void theLatestVersionIsTheArticleAndEarlierOnesAreAmongAll() {
    files.put("a", version("ten", "Storm, tenth lead.", item("10")));
    files.put("b", version("two", "Storm, second lead.", item("2")));
    files.put("c", version("nine", "Squall, ninth lead.", item("9")));
    files.put("d", article("rain", "Rain."));
    assertThat(files.rebuild(at(folder))).isEqualTo(new IndexingReport(4, 0, 0, 0, 2));
    assertFound("ten", "rain");
    assertFoundAmongAll(new QueryNode.Everything(), "ten", "two", "nine", "rain");
    assertFoundAmongAll(new QueryNode.Wildcard("squa*"), "nine");
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.search(all(new QueryNode.Word("squall"), VersionScope.LATEST)).total())
          .isZero();
      Hit latest = engine.search(all(STORM, VersionScope.LATEST)).hits().getFirst();
      assertThat(latest.versions()).isEqualTo(new OtherVersions(2, false));
      assertThat(engine.search(all(STORM, VersionScope.ALL)).hits())
          .extracting(Hit::versions)
          .containsExactlyInAnyOrder(new OtherVersions(2, false), new OtherVersions(0, true));
      assertThat(engine.values(FacetField.SOURCE, STORM, Filters.none()).getFirst().count())
          .isEqualTo(1);
      for (String id : List.of("ten", "two", "nine")) {
        assertThat(engine.article(id)).isPresent();
        assertThat(engine.versions(id))
            .extracting(ArticleVersion::id)
            .containsExactly("two", "nine", "ten");
      }
      assertThat(engine.find("two", STORM).orElseThrow().paragraphs().getFirst().isMarked())
          .isTrue();
      assertThat(engine.versions("rain")).isEmpty();
      assertThat(engine.suggest("squa", 5)).isEmpty();
    }
    assertThat(UpdateContract.upgrade(at(folder))).isEqualTo(new IndexingReport(4, 0, 0, 0, 2));
    assertFound("ten", "rain");
    assertFoundAmongAll(STORM, "ten", "two");
  }

  @Test
  void versionsWithoutNumbersAreToldByTheTimeOfChange() {
    files.put("a", version("noon", "Storm at noon.", item("").changedAt("2026-03-01T12:00")));
    files.put("b", version("dawn", "Storm at dawn.", item("").changedAt("2026-03-01T06:00")));
    files.rebuild(at(folder));
    assertFound("noon");
    files.put("c", version("dusk", "Storm at dusk.", item("").changedAt("2026-03-01T18:00")));
    files.update(at(folder));
    assertFound("dusk");
  }

  /** A feed may have only the beginning of a text that another has whole. */
  @Test
  void ofVersionsOfOneTimeTheLongestIsTheLatest() {
    for (List<String> names : List.of(List.of("a", "b"), List.of("b", "a"))) {
      ImaginedFiles same = new ImaginedFiles();
      same.put(names.get(0), version("whole", "Storm at noon, and rain until dusk.", item("")));
      same.put(names.get(1), version("part", "Storm at noon.", item("")));
      same.rebuild(at(folder));
      assertFound("whole");
    }
  }

  /** The latest version has the id that all of them ask for, and the others one of their own. */
  @Test
  void theLatestVersionHasTheIdThatAllAskFor() {
    files.put("a", version("story", "First.", item("1")));
    files.put("b", version("story", "Second.", item("2")));
    files.rebuild(at(folder));
    assertThat(text("story")).isEqualTo("Second.");
    assertThat(text("story~2")).isEqualTo("First.");
    files.put("c", version("story", "Third.", item("3")));
    files.update(at(folder));
    assertThat(text("story")).isEqualTo("Third.");
    assertFound("story");
    files.remove("c");
    files.update(at(folder));
    assertThat(text("story")).isEqualTo("Second.");
  }

  private String text(String id) {
    try (SearchEngine engine = open(folder)) {
      return engine.article(id).orElseThrow().paragraphs().getFirst();
    }
  }

  /** The same words may be an early version of one item and the latest of another. */
  @Test
  void anArticleStaysAsLongAsItIsTheLatestVersionSomewhere() {
    ItemVersion other = ItemVersion.of("", "other", "1");
    Article shared = article("one", "Storm.");
    files.put("a", shared.toBuilder().items(List.of(item("1"))).build());
    files.put("b", shared.toBuilder().items(List.of(other)).build());
    files.put("c", version("two", "Storm and rain.", item("2")));
    files.rebuild(at(folder));
    assertFound("one", "two");
    files.remove("b");
    files.update(at(folder));
    assertFound("two");
  }

  @Test
  void aWithdrawnVersionLetsNoEarlierOneReturn() {
    files.put("a", version("one", "Storm.", item("1")));
    files.put("b", version("two", "Storm and rain.", item("2")));
    files.put("c", version("three", "Sun.", item("3")));
    files.withdraw("d", item("2"));
    files.rebuild(at(folder));
    assertFound("three");
    assertFoundAmongAll(new QueryNode.Everything(), "three");
    UpdateContract.upgrade(at(folder));
    assertFound("three");
    files.remove("c");
    files.update(at(folder));
    assertFound();
    files.remove("d");
    files.update(at(folder));
    assertFound("two");
  }

  /** Whatever the order of the files and the history of updates, an update equals a rebuild. */
  @Test
  void updatedVersionsAnswerAsRebuiltOnes() {
    Seeds.each(Seeds.orAsked(6), this::assertUpdateEqualsRebuild);
  }

  private void assertUpdateEqualsRebuild(Random random) {
    Path updated = folder.resolve("updated" + random.nextInt(Integer.MAX_VALUE));
    ImaginedFiles grown = new ImaginedFiles();
    grown.put("start", article("start", "Start."));
    grown.rebuild(at(updated));
    for (int step = 0; step < 6; step++) {
      change(random, grown);
      grown.update(at(updated));
    }
    Path rebuilt = folder.resolve("rebuilt" + random.nextInt(Integer.MAX_VALUE));
    grown.rebuild(at(rebuilt));
    assertThat(answers(updated)).isEqualTo(answers(rebuilt));
  }

  private static void change(Random random, ImaginedFiles files) {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
    Collections.shuffle(names, random);
    for (String name : names.subList(0, 2)) {
      if (random.nextInt(4) == 0) {
        files.remove(name);
      } else if (random.nextInt(5) == 0) {
        files.withdraw(name, randomItem(random));
      } else {
        String text = "Storm over ward " + random.nextInt(4) + ", and a good deal of it.";
        files.put(name, version("x" + random.nextInt(3), text, randomItem(random)));
      }
    }
  }

  private static ItemVersion randomItem(Random random) {
    return ItemVersion.of("", "item" + random.nextInt(2), "" + (1 + random.nextInt(3)));
  }

  private List<String> answers(Path place) {
    List<String> answers = new ArrayList<>();
    try (SearchEngine engine = open(place)) {
      for (VersionScope versions : VersionScope.values()) {
        SearchRequest request =
            new SearchRequest(STORM, Filters.none().of(versions), SortOrder.RELEVANCE, 1, 100);
        for (Hit hit : engine.search(request).hits()) {
          answers.add(
              "%s %s %s %s %s"
                  .formatted(
                      versions,
                      hit.id(),
                      hit.versions(),
                      hit.similar(),
                      engine.article(hit.id()).orElseThrow().paragraphs()));
        }
        answers.add(versions + " " + engine.articleCount());
      }
    }
    return answers;
  }
}
