package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft on the command line. */
class VerifyCommandTest {

  private static final String SAID = "“We have waited eleven years for the grain,” said Ada Quill.";

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void indexArticles() throws IOException {
    index = folder.resolve("index");
    Path corpus =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id": "pier", "title": "Pier", "text": "%s It opened.", "date": "1987-02-26", "source": "Lantern"}
            """
                .formatted(SAID));
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private String draft(String text) throws IOException {
    return Files.writeString(folder.resolve("draft.txt"), text).toString();
  }

  @Test
  void exitCodeSaysWhetherEveryQuotationStandsInTheArchive() throws IOException {
    Program.Ended same = run("verify", draft("It was told. " + SAID));
    assertThat(same.exitCode()).as(same.err()).isEqualTo(ExitCode.DONE);
    assertThat(same.out())
        .contains("1. VERBATIM", "1987-02-26, Lantern, pier", "Looked at 1 article");
    Program.Ended other = run("verify", draft(SAID.replace("eleven", "twelve")));
    assertThat(other.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(other.out()).contains("number: “twelve”, in the archive “eleven”");
    assertThat(run("verify", draft("Nothing.")).exitCode()).isEqualTo(ExitCode.NOT_COMPARABLE);
    run("verify", folder.resolve("none.txt").toString()).assertRefused();
  }

  @Test
  void verdictsAreDataOrATable() throws IOException {
    String draft = draft(SAID);
    JsonNode report = new ObjectMapper().readTree(run("verify", draft, "--json").out());
    assertThat(report.at("/findings/0/verdict").asText()).isEqualTo("verbatim");
    assertThat(report.at("/findings/0/places/0/id").asText()).isEqualTo("pier");
    assertThat(run("verify", draft, "--csv").out())
        .startsWith("number,verdict,")
        .contains("1,verbatim,");
    assertThat(run("verify", draft, "--receipt").out())
        .contains("verbatim")
        .doesNotContain("grain");
  }
}
