package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import broadsheet.compare.Versions;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparedPartsTest {
  private static String text(List<Row> rows, Function<Row, List<Stretch>> side) {
    return rows.stream()
        .map(side)
        .flatMap(Collection::stream)
        .map(Stretch::text)
        .collect(Collectors.joining());
  }

  private static String sentences(String word) {
    return IntStream.range(0, 8_000)
        .mapToObj(i -> "The board hears " + (i % 900 == 7 ? word : "them") + " on day " + i + ".")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aLongRowIsDividedAndWhatIsTheSameStaysBesideItself() {
    List<Row> rows =
        Versions.compare(List.of(sentences("ferrymen")), List.of(sentences("pilots"))).rows();
    assertThat(rows).hasSize(1);
    List<List<Row>> parts = ComparedParts.of(rows);
    assertThat(parts).hasSizeBetween(5, 12);
    List<Row> all = parts.stream().flatMap(Collection::stream).toList();
    assertThat(text(all, Row::first)).isEqualTo(sentences("ferrymen"));
    assertThat(text(all, Row::second)).isEqualTo(sentences("pilots"));
    assertThat(all)
        .filteredOn(row -> !row.differs())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.first()).isEqualTo(row.second()));
    assertThat(all.stream().filter(Row::differs)).hasSizeBetween(8, 9);
  }

  @Test
  void shortComparisonsAreOnePart() {
    List<Row> rows = Versions.compare(List.of("One.", "Two."), List.of("One.", "Three.")).rows();
    assertThat(ComparedParts.of(rows)).containsExactly(rows);
    assertThat(ComparedParts.of(List.of())).containsExactly(List.of());
  }
}
