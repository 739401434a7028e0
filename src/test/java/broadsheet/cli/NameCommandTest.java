package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.NameCorrections.Numbered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections of names on the command line. */
class NameCommandTest {

  @TempDir private Path folder;

  private Program.Ended run(String... args) {
    return Program.on(folder.resolve("index"), args);
  }

  private String done(String... args) {
    Program.Ended ended = run(args);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    return ended.out();
  }

  private List<Numbered> corrections() {
    return Desks.open(folder.resolve("index")).names().all();
  }

  @Test
  void correctionsArePrintedInTheirOrder() {
    Program.Ended none = run("name");
    assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(none.err()).contains("./broadsheet name correct KIND NAME --as RIGHT_NAME");
    done("name", "correct", "person", " Volker ", "--as", "Paul Volcker", "--user", "ada");
    done("name", "correct", "ORGANISATION", "Tide", "--kind", "place");
    done("name", "correct", "person", "Paul Volcker", "--form", "Volcker", "--hide");
    assertThat(done("name").lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("1     person “Volker” becomes person “Paul Volcker”  (20")
                    .endsWith("Z, ada)"),
            line ->
                assertThat(line).startsWith("2     organisation “Tide” becomes place “Tide”  (20"),
            line ->
                assertThat(line)
                    .startsWith("3     “Volcker” of person “Paul Volcker” is hidden  (20"));
  }

  @Test
  void anAdditionBelongsToItsCollection() {
    done("name", "add", "person", "Volcker", "Tall Paul", "--collection", "afp");
    assertThat(done("name"))
        .startsWith("1     person “Volcker” has the form “Tall Paul”  (20")
        .endsWith("Z, in afp)\n");
    assertThat(done("name", "undo", "1")).startsWith("undone: 1     person “Volcker”");
  }

  @Test
  void correctionIsUndone() {
    done("name", "correct", "person", "Volker", "--hide");
    assertThat(done("name", "undo", "1")).startsWith("undone: 1     person “Volker” is hidden");
    assertThat(corrections()).isEmpty();
    Program.Ended again = run("name", "undo", "1");
    assertThat(again.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(again.err()).startsWith("No correction 1");
  }

  @Test
  void tableBringsCorrectionsToAnotherArchive() throws IOException {
    String table = folder.resolve("names.csv").toString();
    done("name", "correct", "person", "Volker", "--as", "Paul Volcker");
    done("name", "correct", "place", "Tide", "--hide");
    assertThat(done("name", "export", table)).isEqualTo("2 corrections in " + table + "\n");
    List<Numbered> exported = corrections();
    assertThat(done("name", "import", table))
        .isEqualTo("0 corrections added, 2 here already, 0 rows left out\n");
    assertThat(Program.on(folder.resolve("other"), "name", "import", table).out())
        .isEqualTo("2 corrections added, 0 here already, 0 rows left out\n");
    assertThat(Desks.open(folder.resolve("other")).names().all()).isEqualTo(exported);
  }

  @Test
  void wrongRowsAreNamed() throws IOException {
    Path table = folder.resolve("names.csv");
    Files.writeString(table, "kind,name\nthing,Tide\nplace,Ferry\n");
    Program.Ended ended = run("name", "import", table.toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err())
        .isEqualTo(table + ", line 2: kind is person, organisation, place, not “thing”\n");
    assertThat(corrections()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name correct person Volker",
        "name correct person Volker --as Volker",
        "name correct person Volker --as Volcker --hide",
        "name correct person | --hide",
        "name correct person Volker --form | --hide",
        "name correct thing Volker --hide",
        "name correct person Volker --kind thing",
        "name correct person Volker --hide --user |",
        "name undo",
        "name undo one",
        "name export",
        "name import missing.csv"
      })
  void wrongUseIsRefused(String typed) {
    String[] args = typed.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace('|', ' ');
    }
    run(args).assertRefused();
    assertThat(corrections()).isEmpty();
  }
}
