package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ShardCopiesTest {

  /**
   * @param shards lists of copies as JSON
   */
  private static boolean areEven(int failed, String... shards) {
    StringBuilder numbered = new StringBuilder();
    for (int shard = 0; shard < shards.length; shard++) {
      numbered.append(shard == 0 ? "" : ",").append("\"" + shard + "\":[" + shards[shard] + "]");
    }
    String stats =
        "{\"_shards\":{\"failed\":%s},\"indices\":{\"news\":{\"shards\":{%s}}}}"
            .formatted(failed, numbered);
    try {
      return ShardCopies.areEven(new ObjectMapper().readTree(stats));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String copy(int noted, int shown) {
    return "{\"seq_no\":{\"max_seq_no\":%s,\"local_checkpoint\":%s}}".formatted(noted, shown);
  }

  @Test
  void copiesThatShowAllChangesAreEven() {
    assertThat(areEven(0, copy(7, 7) + "," + copy(7, 7), copy(-1, -1) + "," + copy(-1, -1)))
        .isTrue();
  }

  @Test
  void aCopyThatNotedAChangeAndDoesNotShowItIsBehind() {
    assertThat(areEven(0, copy(7, 7) + "," + copy(7, 7), copy(9, 9) + "," + copy(9, 8))).isFalse();
  }

  @Test
  void aCopyThatNotedNoChangeIsBehindToo() {
    assertThat(areEven(0, copy(9, 9) + "," + copy(-1, -1))).isFalse();
  }

  @Test
  void aPrimaryThatReplaysItsChangesIsBehindEvenIfItIsTheOnlyCopy() {
    assertThat(areEven(0, copy(9, 4))).isFalse();
  }

  @Test
  void aCopyThatIsOnlyBeingRecoveredIsNotWaitedFor() {
    assertThat(areEven(0, copy(9, 9) + ",{}")).isTrue();
  }

  @Test
  void aNodeThatDoesNotSayIsAskedAgain() {
    assertThat(areEven(1, copy(9, 9))).isFalse();
  }
}
