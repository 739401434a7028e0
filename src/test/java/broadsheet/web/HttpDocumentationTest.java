package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.export.ExportFormat;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.web.takeaway.ExportHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HttpDocumentationTest {

  @Test
  void everyParameterHasARow() throws IOException {
    String page = Files.readString(Path.of("docs", "http-api.md"));
    assertThat(ArchiveOperation.SEARCH.parameters())
        .isNotEmpty()
        .extracting(Parameter::label)
        .allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` |"));
  }

  @Test
  void everyExportHasARow() throws IOException {
    String page = Files.readString(Path.of("docs", "http-api.md"));
    for (ExportFormat format : ExportFormat.OF_SEARCHES) {
      String type = format.type().replaceAll(";.*", "");
      assertThat(page).contains("\n| `" + ExportHandler.path(format) + "` | `" + type + "` |");
    }
  }

  @Test
  void everyParameterSaysItsDefault() throws IOException {
    String page = Files.readString(Path.of("docs", "http-api.md"));
    for (Parameter parameter : ArchiveOperation.SEARCH.parameters()) {
      if (!parameter.standard().isEmpty()) {
        assertThat(page.lines())
            .anyMatch(
                line ->
                    line.startsWith("| `" + parameter.label() + "` |")
                        && line.endsWith("| `" + parameter.standard() + "` |"));
      }
    }
  }
}
