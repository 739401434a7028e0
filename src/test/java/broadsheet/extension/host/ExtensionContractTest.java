package broadsheet.extension.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.extension.host.ExtensionContract.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample keeps the contract, and whoever breaks it is told. */
class ExtensionContractTest {
  @TempDir private Path folder;

  @Test
  void theSampleKeepsTheContract() throws IOException {
    Path jar = BuiltJar.sample(folder.resolve("sample.jar"));
    List<Finding> findings = ExtensionContract.examine(jar, List.of(BuiltJar.sampleFile()));
    assertThat(findings).filteredOn(finding -> !finding.isKept()).isEmpty();
    assertThat(findings)
        .extracting(Finding::rule)
        .contains(
            "wiredesk reads sample.wiredesk",
            "wiredesk reads sample.wiredesk cut in half without a fault",
            "newslist writes articles");
  }

  @Test
  void faultsAndDeathsBreakTheContract() throws IOException {
    Path jar =
        BuiltJar.reader(
            "careless",
            "CARELESS",
            """
            byte[] all = in.readAllBytes();
            if (all.length == 0) System.exit(0);
            to.article(all[8], ExtensionArticle.builder().title("t" + System.nanoTime()).build());
            int end = all[99];
            """,
            folder.resolve("careless.jar"));
    Path sample = Files.writeString(folder.resolve("a"), "CARELESS" + "x".repeat(100));
    assertThat(ExtensionContract.examine(jar, List.of(sample)))
        .filteredOn(finding -> !finding.isKept())
        .extracting(finding -> finding.rule() + ": " + finding.fault())
        .containsExactly(
            "careless reads a alike each time: it gave other articles the second time",
            "careless reads a emptied without a fault: stops the program that parses it: ",
            "careless reads a cut after its start without a fault:"
                + " java.lang.ArrayIndexOutOfBoundsException: Index 99 out of bounds for length 16",
            "careless reads a cut in half without a fault:"
                + " java.lang.ArrayIndexOutOfBoundsException: Index 99 out of bounds for length"
                + " 54");
  }

  @Test
  void aFormatWithoutASampleIsNotTried() throws IOException {
    Path jar = BuiltJar.reader("untried", "UNTRIED", "", folder.resolve("untried.jar"));
    assertThat(ExtensionContract.examine(jar, List.of()))
        .contains(new Finding("untried recognizes a sample", "no file that was given is in it"));
  }
}
