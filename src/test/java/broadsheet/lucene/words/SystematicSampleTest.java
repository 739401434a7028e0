package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class SystematicSampleTest {

  private static final int ARTICLES = 8 * SystematicSample.ROUNDS;

  private static FixedBitSet everyThird(int articles) {
    FixedBitSet all = new FixedBitSet(3 * articles + 1);
    IntStream.range(0, articles).forEach(i -> all.set(3 * i));
    return all;
  }

  @Test
  void allRoundsAreAllArticlesEachOnce() throws IOException {
    for (int articles : new int[] {0, 1, 7, 1_025, ARTICLES}) {
      List<Integer> read = new ArrayList<>();
      SystematicSample.Done done =
          new SystematicSample(everyThird(articles))
              .read(SystematicSample.ROUNDS, () -> false, read::add);
      assertThat(done.isAll()).isTrue();
      assertThat(done.articles()).isEqualTo(articles);
      assertThat(read.stream().sorted().toList())
          .isEqualTo(IntStream.range(0, articles).mapToObj(i -> 3 * i).toList());
    }
  }

  @Test
  void whatIsReadBeforeTheEndIsSpreadOverAll() throws IOException {
    int[] tenths = new int[10];
    List<Integer> read = new ArrayList<>();
    SystematicSample.Done done =
        new SystematicSample(everyThird(ARTICLES))
            .read(SystematicSample.ROUNDS, () -> read.size() >= 1_000, read::add);
    read.forEach(document -> tenths[document * 10 / (3 * ARTICLES)]++);
    assertThat(done.articles()).isEqualTo(1_000);
    assertThat(done.isAll()).isFalse();
    assertThat(done.rounds()).isEqualTo(1_000 / 8);
    assertThat(tenths).containsOnly(99, 100, 101);
  }

  @Test
  void theSameRoundsAreTheSameArticles() throws IOException {
    SystematicSample reading = new SystematicSample(everyThird(ARTICLES));
    List<Integer> first = new ArrayList<>();
    List<Integer> again = new ArrayList<>();
    reading.read(17, () -> false, first::add);
    reading.read(17, () -> false, again::add);
    assertThat(again).isEqualTo(first).hasSize(17 * 8);
  }
}
