package broadsheet.lucene.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainBm25Test {

  private static PlainBm25 plain(PlainBm25.Words words, String... bodies) {
    return PlainBm25.of(
        words,
        taker -> {
          for (int i = 0; i < bodies.length; i++) {
            taker.accept(Article.withId("a" + i).paragraphs(List.of(bodies[i])).build());
          }
        });
  }

  @Test
  void bestHitsComeFirst() {
    try (PlainBm25 plain =
        plain(PlainBm25.Words.STANDARD, "sheep", "bees and wasps", "bees, bees and more bees")) {
      assertThat(plain.rank("bees", 10)).containsExactly("a2", "a1");
      assertThat(plain.rank("bees", 1)).containsExactly("a2");
      assertThat(plain.rank("?", 10)).isEmpty();
    }
  }

  /** The long one has the word twice: b decides what its length costs. */
  @Test
  void eitherUsualSettingCanBeAskedFor() {
    String once = "bees " + "clover ".repeat(9);
    String twice = "bees bees " + "clover ".repeat(24);
    try (PlainBm25 plain = plain(PlainBm25.Words.STANDARD, once, twice, "sheep", "wasps")) {
      assertThat(plain.rank("bees", 10, PlainBm25.Setting.LUCENE)).containsExactly("a0", "a1");
      assertThat(plain.rank("bees", 10, PlainBm25.Setting.ANSERINI)).containsExactly("a1", "a0");
    }
  }

  @Test
  void analyzerIsOfTheLanguageOfMostArticles() {
    try (PlainBm25 plain =
        PlainBm25.of(
            PlainBm25.Words.LANGUAGE,
            taker -> {
              taker.accept(article("a0", "de-AT", "Die Häuser der Bienen"));
              taker.accept(article("a1", "de", "Das Haus der Wespen"));
              taker.accept(article("a2", "en", "The houses of bees"));
            })) {
      assertThat(plain.rank("Haus", 10)).containsExactlyInAnyOrder("a0", "a1");
      assertThat(plain.rank("der", 10)).isEmpty();
      assertThat(plain.rank("the", 10)).containsExactly("a2");
    }
    try (PlainBm25 plain = plain(PlainBm25.Words.LANGUAGE, "houses of bees")) {
      assertThat(plain.rank("house", 10)).isEmpty();
    }
  }

  private static Article article(String id, String language, String body) {
    return Article.withId(id).language(language).paragraphs(List.of(body)).build();
  }

  /** All four occur in both as single characters. */
  @Test
  void bigramsTellTheOrderOfCharacters() {
    try (PlainBm25 plain = plain(PlainBm25.Words.BIGRAMS, "海上牛奶", "上海奶牛")) {
      assertThat(plain.rank("牛奶", 10)).containsExactly("a0");
    }
  }

  /** The last has one of the characters alone. */
  @Test
  void charactersFindMoreAndBigramsRaiseTheirOrder() {
    try (PlainBm25 plain = plain(PlainBm25.Words.CHARACTERS_AND_BIGRAMS, "海上奶牛", "海上牛奶", "一头牛")) {
      assertThat(plain.rank("牛奶", 10)).containsExactly("a1", "a0", "a2");
    }
  }

  @Test
  void wordsAreToldByHowManyArticlesHaveThem() {
    try (PlainBm25 plain =
        plain(PlainBm25.Words.STANDARD, "Herring quay 1987", "herring quay 1987 tide", "herring")) {
      assertThat(plain.words("The quay: herring at the QUAY in 1987, tide", 2, 2))
          .containsExactly("quay");
      assertThat(plain.words("quay herring tide", 1, 3)).containsExactly("quay", "herring", "tide");
    }
  }
}
