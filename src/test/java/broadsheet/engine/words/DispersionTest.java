package broadsheet.engine.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DispersionTest {

  private static Frequencies.Group group(long words, long matches) {
    return new Frequencies.Group("g" + words + matches, words, 1, matches);
  }

  /** The example of Gries 2008: the letter a in five parts of nine, ten, ten, ten and eleven. */
  @Test
  void measuresAreThoseOfThePublishedExample() {
    Dispersion spread =
        Dispersion.of(List.of(group(9, 1), group(10, 2), group(10, 3), group(10, 4), group(11, 5)));
    assertThat(spread.gries()).isCloseTo(0.18, within(1e-9));
    assertThat(spread.juilland()).isCloseTo(0.785, within(5e-4));
    assertThat(spread.range()).isEqualTo(5);
  }

  @Test
  void theExtremesAreEvenAndInOnePart() {
    Dispersion even = Dispersion.of(List.of(group(100, 4), group(200, 8), group(300, 12)));
    assertThat(even.gries()).isZero();
    assertThat(even.juilland()).isCloseTo(1, within(1e-9));
    Dispersion one = Dispersion.of(List.of(group(100, 0), group(100, 8), group(100, 0)));
    assertThat(one.juilland()).isCloseTo(0, within(1e-9));
    assertThat(one.griesNormed()).isCloseTo(1, within(1e-9));
    assertThat(one.range()).isEqualTo(1);
  }

  @Test
  void nothingIsSaidOfNoMatchesOrOneGroup() {
    assertThat(Dispersion.of(List.of(group(100, 3), group(0, 0))).gries()).isNaN();
    assertThat(Dispersion.of(List.of(group(100, 0), group(100, 0))).juilland()).isNaN();
  }
}
