package broadsheet.query;

import static broadsheet.query.Trees.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import broadsheet.Seeds;
import broadsheet.Thorough;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserPropertyTest {
  private static final int SEEDS = Seeds.orAsked(2);
  private static final int ROUNDS = 1_500;
  private static final int MEGABYTE = 1 << 20;

  @Test
  void everyTextHasAReading() {
    Seeds.each(
        SEEDS,
        random -> {
          for (int i = 0; i < ROUNDS; i++) {
            String text = RandomText.any(random);
            assertThat(parsed(text).reading()).as(text).isNotBlank();
          }
        });
  }

  @Test
  void canonicalTextOfAnythingTypedParsesBackToTheSameTree() {
    Seeds.each(
        SEEDS,
        random -> {
          for (int i = 0; i < ROUNDS; i++) {
            assertParsesBack(RandomText.any(random));
          }
        });
  }

  @Test
  void canonicalTextOfLongTextParsesBackToTheSameTree() {
    Seeds.each(
        SEEDS,
        random -> {
          for (int i = 0; i < 20; i++) {
            assertParsesBack(RandomText.soup(random, 5_000));
          }
        });
  }

  @Test
  void canonicalTextOfRandomTreesParsesBackToTheSameTree() {
    Seeds.each(
        SEEDS,
        random -> {
          for (int i = 0; i < ROUNDS; i++) {
            QueryNode tree = new RandomTrees(random).tree();
            ParsedQuery back = parsed(CanonicalText.of(tree));
            assertThat(back.root()).as(back.text()).isEqualTo(tree);
            assertThat(back.notes()).as(back.text()).isEmpty();
          }
        });
  }

  @Test
  void phraseCutInsideAHebrewWordParsesBack() {
    for (int length = 4_990; length < 5_010; length++) {
      assertParsesBack("\"" + "a".repeat(length) + "צה\"ל\"");
    }
  }

  private static void assertParsesBack(String text) {
    QueryNode root = parsed(text).root();
    ParsedQuery back = parsed(CanonicalText.of(root));
    assertThat(back.root()).as("«%s» as «%s»", text, back.text()).isEqualTo(root);
    assertThat(back.notes()).as(back.text()).allMatch(QueryParserPropertyTest::isNoRepair);
  }

  /** Whether a note only explains a word that is not changed. */
  private static boolean isNoRepair(String note) {
    return note.contains("in lower case") || note.contains("is not a field");
  }

  @Thorough
  @ParameterizedTest(name = "[{index}] {0}…")
  @MethodSource("nastyPieces")
  void aMegabyteIsReadInBoundedTime(String piece) {
    String text = piece.repeat(MEGABYTE / piece.length());
    ParsedQuery query =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parsed("a " + text + " b"));
    assertThat(query.reading()).isNotBlank();
    assertThat(query.notes().size()).isLessThan(25);
    String canonical = CanonicalText.of(query.root());
    assertThat(parsed(canonical).root()).isEqualTo(query.root());
  }

  /** Runs in a fresh thread with half of the usual stack, in any state of the compilers. */
  @ParameterizedTest
  @ValueSource(strings = {"a NEAR/5 ", "a NOT w/5 "})
  void longestChainsAreComparedOnASmallStack(String piece) throws Exception {
    QueryNode one = parsed(piece.repeat(1_000) + "b").root();
    QueryNode same = parsed(piece.repeat(1_000) + "b").root();
    FutureTask<Boolean> task =
        new FutureTask<>(() -> one.equals(same) && one.hashCode() == same.hashCode());
    new Thread(null, task, "small stack", 512 * 1024).start();
    assertThat(task.get()).isTrue();
  }

  static Stream<String> nastyPieces() {
    return Stream.of(
        "a",
        " a",
        "(",
        ")",
        "()",
        "(a ",
        "-(",
        "(-a ",
        "\"",
        "\"a",
        "“",
        "”",
        "«",
        "「",
        "-",
        " -",
        "NOT ",
        "NOT -",
        "AND ",
        "a OR ",
        "a AND b OR c ",
        "| ",
        "&&",
        "&",
        "title:",
        "title:(",
        "title:(source:",
        " title: ",
        "date:[",
        "date:2023 ",
        "date:[2023 TO 2024] ",
        "[a TO b]",
        "[a TO ",
        "*",
        "a*",
        "?",
        "a?",
        "~",
        "a~",
        "~1",
        "^",
        "^2",
        "a^2",
        "\"a\"^2^2~",
        "\"a b\" ",
        ":",
        "foo:",
        "foo:bar ",
        ".",
        "..",
        "a.",
        ",",
        "=",
        "<",
        ">=",
        "…",
        "a NEAR/5 ",
        "ATLEAST/3 ",
        "NOT w/5 ",
        "9",
        "words:9..",
        "\u0000",
        "\ud83d",
        "\ude42\ud83d",
        "🙂",
        "中",
        "א\"",
        "\u00ad",
        "a)^2",
        "(a)~9^9",
        "&-",
        "a-",
        "-title:-",
        "id:-",
        "[",
        "{ ");
  }

  @Test
  void deepTreesAreReadAndWritten() {
    Seeds.each(
        SEEDS,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < 60; i++) {
            text.append(piece(random)).append("(a ");
          }
          assertParsesBack(text.toString());
        });
  }

  private static String piece(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "-";
      case 1 -> "title:";
      case 2 -> "b AND ";
      case 3 -> "source:x OR ";
      case 4 -> "title:-";
      default -> "b ";
    };
  }
}
