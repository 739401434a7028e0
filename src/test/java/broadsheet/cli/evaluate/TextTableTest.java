package broadsheet.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static final TextTable TABLE =
      new TextTable(
          List.of("name", "n", "figure"),
          List.of(List.of("a", "1,000", "0.5"), List.of("longer", "2", "")));

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertThat(TABLE.text().lines())
        .containsExactly("name        n  figure", "a       1,000     0.5", "longer      2");
  }

  @Test
  void markdownHasARuleUnderTheHead() {
    assertThat(TABLE.markdown().lines())
        .containsExactly(
            "| name | n | figure |",
            "| --- | --: | --: |",
            "| a | 1,000 | 0.5 |",
            "| longer | 2 |  |");
  }
}
