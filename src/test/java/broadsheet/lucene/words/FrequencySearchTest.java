package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.words.Frequencies.Group;
import org.junit.jupiter.api.Test;

class FrequencySearchTest {

  private static final PartFrequencies.Sum ALL = new PartFrequencies.Sum(9_000, 40, 10, 30);

  private static Group group(long articles, long read, long matches) {
    return FrequencySearch.group("x", new PartFrequencies.Sum(1, articles, read, matches), ALL);
  }

  @Test
  void matchesOfASampleAreExtrapolatedWithinTheirGroup() {
    assertThat(group(10, 5, 7)).isEqualTo(new Group("x", 1, 10, 14));
    assertThat(group(10, 10, 7)).isEqualTo(new Group("x", 1, 10, 7));
  }

  @Test
  void aGroupOfWhichNoArticleWasReadHasTheMatchesOfTheOthers() {
    assertThat(group(10, 0, 0)).isEqualTo(new Group("x", 1, 10, 30));
    assertThat(group(0, 0, 0)).isEqualTo(new Group("x", 1, 0, 0));
  }
}
