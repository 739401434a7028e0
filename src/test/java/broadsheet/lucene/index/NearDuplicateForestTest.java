package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicateForestTest {

  private static final int DOCUMENTS = 200;

  @TempDir private Path folder;

  /** Joined at random, and compared with sets that are joined. */
  @Test
  void familiesAreThoseThatWereJoined() {
    Seeds.each(
        Seeds.orAsked(20),
        random -> {
          try (NearDuplicateForest inMemory = NearDuplicateForest.inMemory();
              NearDuplicateForest inFile = NearDuplicateForest.in(folder, DOCUMENTS)) {
            List<Set<Integer>> expected = new ArrayList<>();
            IntStream.range(0, DOCUMENTS)
                .forEach(each -> expected.add(new TreeSet<>(Set.of(each))));
            for (int i = 0; i < DOCUMENTS; i++) {
              join(random, expected, inMemory, inFile);
            }
            requireFamilies(expected, inMemory);
            requireFamilies(expected, inFile);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void join(
      Random random, List<Set<Integer>> expected, NearDuplicateForest... forests) {
    int one = random.nextInt(DOCUMENTS);
    int other = random.nextInt(DOCUMENTS);
    Set<Integer> joined = expected.get(one);
    joined.addAll(expected.get(other));
    joined.forEach(each -> expected.set(each, joined));
    Stream.of(forests).forEach(forest -> forest.join(one, other));
  }

  private static void requireFamilies(List<Set<Integer>> expected, NearDuplicateForest forest) {
    for (int document = 0; document < DOCUMENTS; document++) {
      Set<Integer> family = expected.get(document);
      assertThat(forest.family(document)).containsExactlyInAnyOrderElementsOf(family);
      assertThat(forest.root(document)).isEqualTo(family.iterator().next());
    }
  }

  /** A killed session leaves them behind. */
  @Test
  void filesAreReplacedAndRemoved() throws IOException {
    Files.writeString(folder.resolve("families.parents"), "left behind by a killed session");
    try (NearDuplicateForest forest = NearDuplicateForest.in(folder, 0)) {
      assertThat(forest).isNotNull();
    }
    try (NearDuplicateForest forest = NearDuplicateForest.in(folder, 3)) {
      assertThat(forest.family(2)).containsExactly(2);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
