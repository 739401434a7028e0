package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardCountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, 1",
    "250000, 3, 1",
    "250001, 3, 2",
    "1000000, 3, 3",
    "1000000, 1, 1",
    "18000000, 3, 3",
    "50000000, 3, 9",
    "50000000, 20, 20"
  })
  void smallArchivesHaveOneShardAndLargeOnesAreSpread(long documents, int nodes, int shards) {
    assertThat(ShardCount.of(documents, nodes)).isEqualTo(shards);
  }
}
