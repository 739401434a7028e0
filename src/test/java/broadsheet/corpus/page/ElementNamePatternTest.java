package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ElementNamePatternTest {
  private final ElementNamePattern story = ElementNamePattern.of("-(?:story-body|x\\d*)-");

  private static Element box(String names, String id) {
    return new Element("div").attr("class", names).attr("id", id);
  }

  @Test
  void wordsAreThoseOfClassAndId() {
    assertThat(story.isIn(box("storyBody main", ""))).isTrue();
    assertThat(story.isIn(box("main", "story_body2"))).isTrue();
    assertThat(story.isIn(box("story", "body"))).isTrue();
    assertThat(story.isIn(box("storybody", ""))).isFalse();
    assertThat(story.isIn(box("", ""))).isFalse();
  }

  @Test
  void answersStayRightWhenNamesAreMany() {
    for (int round = 0; round < 2; round++) {
      IntStream.range(0, 10_000).forEach(i -> assertThat(story.isIn(box("box" + i, ""))).isFalse());
      assertThat(story.isIn(box("storyBody", "a".repeat(300)))).isTrue();
      assertThat(story.isIn(box("storyBody", ""))).isTrue();
    }
  }
}
