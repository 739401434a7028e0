package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownItemKindTest {

  private static final KnownItem ARTICLE =
      new KnownItem(
          "a",
          "Ferry crews  walk out\tover night shifts",
          List.of(
              "One two three four five six seven eight nine.", "In the\nmiddle.", "At the end."),
          List.of("herring", "quay"),
          Set.of("a", "reprint"));

  private static final KnownItem BRIEF =
      new KnownItem(
          "b", "Ferries stop again", List.of("No ferries."), List.of("quay"), Set.of("b"));

  private static String queries(KnownItemKind kind) {
    return kind.topics("archive", List.of(ARTICLE, BRIEF)).topics().values().stream()
        .map(Topic::query)
        .collect(Collectors.joining("|"));
  }

  @Test
  void eachKindIsAPartOfTheArticleThatHasIt() {
    assertThat(queries(KnownItemKind.HEADLINE))
        .isEqualTo("Ferry crews walk out over night shifts|Ferries stop again");
    assertThat(queries(KnownItemKind.HALF_HEADLINE)).isEqualTo("Ferry walk over shifts");
    assertThat(queries(KnownItemKind.LEAD)).isEqualTo("One two three four five six seven eight");
    assertThat(queries(KnownItemKind.RARE_WORDS)).isEqualTo("herring quay");
    assertThat(queries(KnownItemKind.PARAGRAPH)).isEqualTo("In the middle.");
  }

  @Test
  void articleWithoutAnythingMakesNoTopic() {
    KnownItem nothing = new KnownItem("c", "", List.of(), List.of(), Set.of("c"));
    assertThat(KnownItemKind.values())
        .allSatisfy(kind -> assertThat(kind.topics("x", List.of(nothing)).topics()).isEmpty());
  }

  @Test
  void reprintsAreRelevantToo() {
    JudgedTopics topics = KnownItemKind.HEADLINE.topics("archive", List.of(ARTICLE, BRIEF));
    assertThat(topics.name()).isEqualTo("archive headline");
    assertThat(topics.qrels().of("headline-a")).containsOnlyKeys("a", "reprint");
    assertThat(topics.qrels().of("headline-b")).containsOnlyKeys("b");
  }

  @Test
  void topicsOfDifferentKindsHaveDifferentNumbers() {
    List<String> numbers =
        Arrays.stream(KnownItemKind.values())
            .flatMap(kind -> kind.topics("x", List.of(ARTICLE)).topics().keySet().stream())
            .toList();
    assertThat(numbers).hasSize(KnownItemKind.values().length).doesNotHaveDuplicates();
  }
}
