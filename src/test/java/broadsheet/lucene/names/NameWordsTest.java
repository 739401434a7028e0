package broadsheet.lucene.names;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

  private static final NameWords WORDS =
      new NameWords(
          List.of(
              new NameEntry(
                  new Name(NameKind.ORGANISATION, "Harbour Board"),
                  List.of("Harbour Board", "Quill Harbour Board", "The Dredgers"),
                  9)));

  @ParameterizedTest
  @CsvSource({
    "har, false, true",
    "board, false, false",
    "board, true, true",
    "dredg, true, true",
    "quill harb, false, true",
    "quill, false, false",
    "quil, true, false",
  })
  void theWordsBeforeANameDoNotBeginIt(String typed, boolean isWithin, boolean isFound) {
    assertThat(WORDS.beginning(NameKind.ORGANISATION, typed, isWithin, 5)).hasSize(isFound ? 1 : 0);
  }
}
