package broadsheet.names.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The U.S. left.            | The U.S. left .
          Mr. O'Neill's car         | Mr. O'Neill 's car
          J. Smith, Inc.            | J. Smith , Inc.
          It rose 1,000.5 points.   | It rose 1,000.5 points .
          AT&T and U.S.-led         | AT&T and U.S. - led
          see https://a.b/c?d now   | see https://a.b/c?d now
          the Democrats’ plan       | the Democrats ’ plan
          Café “Zürich”             | Café “ Zürich ”
          """)
  void textIsCutIntoWords(String text, String words) {
    NameText cut = NameText.of(text);
    List<String> found = IntStream.range(0, cut.size()).mapToObj(cut::word).toList();
    assertThat(String.join(" ", found)).isEqualTo(words);
  }
}
