package broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,4; 1, 4",
        "3,4; 3, 4",
        "1,4,5,6,7; 1, 4–7",
        "i,ii,1,2,3; i, ii, 1–3",
        "B1,B2,B3; B1, B2, B3",
        "9,8,7; 9, 8, 7",
        "1,3,5,7,9,11,13,15,17; 1, 3, 5, 7, 9, 11, 13 … 17"
      })
  void runsOfNumbersAreRanges(String labels, String written) {
    assertThat(PageRanges.of(List.of(labels.split(",", -1)))).isEqualTo(written);
  }

  @Test
  void manyPagesAreShort() {
    List<String> labels = IntStream.rangeClosed(1, 2_000).mapToObj(Integer::toString).toList();
    assertThat(PageRanges.of(labels)).isEqualTo("1–2000");
  }
}
