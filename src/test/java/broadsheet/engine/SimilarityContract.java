package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class SimilarityContract extends EngineContract {

  private final List<Article> articles = new ArrayList<>();

  private void add(String language, String id, String title, String text) {
    articles.add(
        Article.withId(id)
            .title(title)
            .paragraphs(List.of(text))
            .language(language)
            .source("Lantern")
            .publishedAt(PublicationDate.stated("2021-05-05"))
            .build());
  }

  private void addPiers() {
    add("en", "pier", "Pier reopens", "Barges of barley call at the pier, and cranes unload them.");
    add("en", "pier2", "Another pier", "A barge with barley came; the crane at the pier is slow.");
    add("en", "goats", "Goats", "The goats of the hill are counted and shorn, as they are yearly.");
    add("en", "goats2", "Goats again", "The goat counted on the hill was shorn, it is said.");
    add("en", "only-the", "Of that", "It was as it is, and they were not there, nor were we.");
  }

  private SimilarArticles similar(String id, int count) {
    build(folder, articles);
    try (var engine = open(folder, Duration.ofMinutes(30))) {
      return engine.similarTo(id, count);
    }
  }

  private List<String> ids(String id) {
    return similar(id, 5).articles().stream().map(Similar::id).toList();
  }

  @Test
  void articlesThatShareTellingWordsOfAnyEndingAreSimilar() {
    addPiers();
    assertThat(ids("pier")).containsExactly("pier2");
    assertThat(ids("goats")).containsExactly("goats2");
    assertThat(ids("only-the")).isEmpty();
  }

  @Test
  void whatIsToldOfOneIsEnoughToListIt() {
    addPiers();
    Similar found = similar("pier", 5).articles().getFirst();
    assertThat(found.title()).isEqualTo("Another pier");
    assertThat(found.source()).isEqualTo("Lantern");
    assertThat(found.publishedAt().iso()).isEqualTo("2021-05-05");
    assertThat(found.words()).containsExactlyInAnyOrder("Pier", "Barges", "barley", "cranes");
  }

  @Test
  void unknownArticleHasNoneSimilar() {
    addPiers();
    assertThat(similar("nobody", 5)).isEqualTo(SimilarArticles.none());
    assertThat(similar("pier", 5).isComplete()).isTrue();
  }

  @Test
  void articlesInOtherLanguagesAreNotSimilar() {
    addPiers();
    add("de", "pier-de", "Pier", "Barges barley pier crane: barge barley pier cranes.");
    add("eo", "pier-eo", "Pier", "Barges barley pier crane: barge barley pier cranes.");
    assertThat(ids("pier")).containsExactly("pier2");
  }

  @Test
  void ofScriptsWithoutBlanksPairsOfCharactersTell() {
    addPiers();
    add("zh", "zh1", "老灯塔重新开放", "港口委员会决定，老灯塔将在春天向公众开放。");
    add("zh", "zh2", "灯塔开放", "港口的老灯塔春天开放，公众可以参观。");
    add("zh", "zh3", "山羊", "山上的羊每年都要剪毛，人们数羊。");
    add("ja", "ja1", "灯塔開放", "港口の老灯塔が公衆に開放された。委員会決定。");
    assertThat(ids("zh1")).containsExactly("zh2");
    assertThat(similar("zh1", 5).articles().getFirst().words()).contains("灯塔");
  }

  @Test
  void reprintsAreLeftOutAndThoseOfOthersFolded() {
    String story = NoiseWords.of(1, 60);
    String other = story.substring(0, story.length() / 3) + " " + NoiseWords.of(2, 60);
    add("en", "a", "Story", story);
    add("en", "a-reprint", "The story", story + " again");
    add("en", "b", "Other", other);
    add("en", "b-reprint", "The other", other + " again");
    add("en", "c", "None", NoiseWords.of(3, 60));
    assertThat(ids("a")).hasSize(1).containsAnyOf("b", "b-reprint");
  }

  @Test
  void equallySimilarArticlesComeInTheOrderOfTheirIds() {
    addPiers();
    for (String id : List.of("f", "e", "d", "c", "b", "a")) {
      add("en", id, "Barges", "Barley at a pier, and cranes. " + NoiseWords.of(id.charAt(0), 9));
    }
    assertThat(similar("pier", 9).articles())
        .extracting(Similar::id)
        .filteredOn(id -> id.length() == 1)
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void noMoreAreToldThanAreWanted() {
    for (int i = 0; i < 30; i++) {
      add(
          "en",
          "tide" + i,
          "Tide " + NoiseWords.of(i, 1),
          "A tide at the bar and pilots. " + NoiseWords.of(i, 9));
    }
    for (int i = 0; i < 300; i++) {
      add("en", "other" + i, "Else", NoiseWords.of(100 + i, 30));
    }
    assertThat(similar("tide3", 4).articles()).hasSize(4).noneMatch(s -> s.id().equals("tide3"));
  }

  @Test
  void withoutTimeNothingIsToldAndThatIsSaid() {
    addPiers();
    build(folder, articles);
    try (var engine = open(folder, Duration.ofNanos(1))) {
      assertThat(engine.similarTo("pier", 5))
          .isEqualTo(new SimilarArticles(List.of(), Completeness.TIME_UP));
    }
  }
}
