package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShardAnswersTest {

  private static final byte[] WHOLE = {0, 0, 0, 2, 0, 0, 0, 0, 1, 7, 0, 0, 0, 0, 0};
  private static final byte[] PART = {0, 0, 0, 2, 0, 0, 0, 0, 1, 7, 1, 0, 0, 0, 2, 'o', 'h'};

  @Test
  void readsTheAnswersOfAllShards() {
    ShardAnswers answers = ShardAnswers.of(WHOLE);
    assertThat(answers.isWhole()).isTrue();
    assertThat(answers.shards()).isEqualTo(2);
    assertThat(answers.whole()).containsExactly(new byte[] {7}, new byte[0]);
  }

  @Test
  void namesTheShardsThatFailed() {
    ShardAnswers answers = ShardAnswers.of(PART);
    assertThat(answers.isWhole()).isFalse();
    assertThat(answers.shards()).isEqualTo(2);
    assertThat(answers.answers()).containsOnlyKeys(0);
    assertThatThrownBy(answers::whole)
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("1 of 2 parts of the archive did not answer: shard 1 (oh).");
  }

  @Test
  void everyTruncationIsDamage() {
    for (int length = 0; length < PART.length; length++) {
      byte[] cut = Arrays.copyOf(PART, length);
      assertThatThrownBy(() -> ShardAnswers.of(cut))
          .isInstanceOf(EngineException.class)
          .hasMessage("The plugin's answer is cut off.");
    }
  }

  @Test
  void aLengthBeyondTheEndIsDamage() {
    byte[] lying = WHOLE.clone();
    lying[5] = 127;
    assertThatThrownBy(() -> ShardAnswers.of(lying)).isInstanceOf(EngineException.class);
  }
}
