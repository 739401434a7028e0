package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.StandingSearch;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedArrivalsTest {

  @TempDir private Path folder;

  @Test
  void rebuildOfADamagedIndexGoesOnWithoutThem() throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("old", "The old tide.")));
    AlertMatcher tides =
        TestIndex.standing(new StandingSearch("tides", new QueryNode.Word("tide"), Filters.none()));
    TestIndex.update(folder, tides, "/a/one", List.of(TestIndex.article("one", "One tide.")));
    assertThat(TestIndex.cameIn(folder)).isEqualTo(1);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    TestIndex.build(folder, List.of(TestIndex.article("one", "One tide.")));
    assertThat(TestIndex.cameIn(folder)).isZero();
  }
}
