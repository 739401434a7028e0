package broadsheet.lucene.proximity;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchesTest {

  private static final int SEEDS = 200;
  private static final int QUESTIONS = 50;

  @Test
  void firstFromAnyWordIsFoundWhateverWasAskedBefore() {
    Seeds.each(SEEDS, StretchesTest::check);
  }

  private static void check(Random random) {
    Stretches stretches = new Stretches();
    int word = 0;
    for (int i = random.nextInt(60); i > 0; i--) {
      word += random.nextInt(4);
      stretches.add(word, word, 0, 0);
    }
    for (int i = 0; i < QUESTIONS; i++) {
      int asked = random.nextInt(word + 3) - 1;
      assertThat(stretches.firstFrom(asked))
          .as("from %d", asked)
          .isEqualTo(first(stretches, asked));
    }
    stretches.clear();
    assertThat(stretches.firstFrom(word)).isZero();
  }

  private static int first(Stretches stretches, int word) {
    int first = 0;
    while (first < stretches.size() && stretches.start(first) < word) {
      first++;
    }
    return first;
  }
}
