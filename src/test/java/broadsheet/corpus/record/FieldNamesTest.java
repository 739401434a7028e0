package broadsheet.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.record.FieldNames.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
  @Test
  void namesAreComparedWithoutCapitalsAndJoins() {
    List<Map.Entry<String, String>> fields =
        List.of(Map.entry("Pub_Date", "x"), Map.entry("HEAD LINE", "y"), Map.entry("_id", "z"));
    assertThat(FieldNames.sorted(fields))
        .containsExactly(
            Map.entry(Part.ID, "z"), Map.entry(Part.TITLE, "y"), Map.entry(Part.DATE, "x"));
  }

  @Test
  void noNameMeansTwoParts() {
    List<String> names =
        Arrays.stream(Part.values())
            .flatMap(part -> part.names().stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  /** Each part has a row {@code | part | `name` `name` … |}, with the names in order of rank. */
  @Test
  void documentationHasTheSameTable() throws IOException {
    String page = Files.readString(Path.of("docs", "corpus-formats.md"), StandardCharsets.UTF_8);
    for (Part part : Part.values()) {
      String row =
          part.names().stream()
              .map(name -> "`" + name + "`")
              .collect(
                  Collectors.joining(
                      " ", "| " + part.name().toLowerCase(Locale.ROOT) + " | ", " |"));
      assertThat(page.lines()).contains(row);
    }
  }
}
