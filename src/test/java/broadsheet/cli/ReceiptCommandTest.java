package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path index;

  @BeforeEach
  void indexed() throws IOException {
    index = folder.resolve("index");
    write(
        """
        {"id": "old", "title": "Tide", "text": "A high tide.", "date": "1987-02-26"}
        {"id": "new", "title": "Tide again", "text": "A low tide.", "date": "2001-05-06"}
        {"id": "bare", "title": "Ferry", "text": "A ferry and a tide."}
        """);
    assertThat(run("index", folder.resolve("news.jsonl").toString()).exitCode()).isZero();
  }

  private void write(String lines) throws IOException {
    Files.writeString(folder.resolve("news.jsonl"), lines);
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Path receipt(String... query) {
    Path file = folder.resolve("tide.receipt.json");
    String[] args = new String[query.length + 3];
    args[0] = "receipt";
    args[1] = "--out";
    args[2] = file.toString();
    System.arraycopy(query, 0, args, 3, query.length);
    Program.Ended ended = run(args);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
    return file;
  }

  @Test
  void aReceiptIsPrintedOrWritten() throws IOException {
    Program.Ended printed = run("receipt", "tide", "-ferry", "--sort", "oldest", "--match", "all");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    JsonNode receipt = JSON.readTree(printed.out());
    assertThat(receipt.at("/receipt").asInt()).isEqualTo(1);
    assertThat(receipt.at("/query/text").asText()).isEqualTo("tide -ferry");
    assertThat(receipt.at("/search/sort/0").asText()).isEqualTo("oldest");
    assertThat(receipt.at("/search/match/0").asText()).isEqualTo("all");
    assertThat(receipt.at("/found/articles").findValuesAsText("id")).containsExactly("new", "old");
    assertThat(JSON.readTree(receipt("tide", "-ferry").toFile()).at("/found"))
        .isEqualTo(receipt.at("/found"));
    assertThat(run("receipt", "balloon").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void aReplaySaysWhatHasChanged() throws IOException {
    String file = receipt("tide").toString();
    Program.Ended same = run("replay", file);
    assertThat(same.exitCode()).as(same.err()).isEqualTo(ExitCode.DONE);
    assertThat(same.out()).endsWith("\nThe same articles are found, with the same texts.\n");
    write(
        """
        {"id": "old", "title": "Tide", "text": "A high tide, corrected.", "date": "1987-02-26"}
        {"id": "newer", "title": "Tide again", "text": "A spring tide.", "date": "2002-05-06"}
        {"id": "bare", "title": "Ferry", "text": "A ferry and a tide."}
        """);
    assertThat(run("index", folder.resolve("news.jsonl").toString()).exitCode()).isZero();
    Program.Ended changed = run("replay", file);
    assertThat(changed.exitCode()).as(changed.err()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(changed.out())
        .contains(
            "Not the same: 1 new, 1 gone, 1 changed.\nnew: newer\ngone: new\nchanged: old\n"
                + "- The archive was updated at ");
    JsonNode json = JSON.readTree(run("replay", file, "--json").out());
    assertThat(json.at("/verdict").asText()).isEqualTo("different");
    assertThat(json.at("/difference/goneArticles/0/id").asText()).isEqualTo("new");
  }

  @Test
  void aReceiptOfAnotherBuildSaysSo() throws IOException {
    Path file = receipt("tide");
    String text = Files.readString(file);
    Release now = Release.current();
    for (Release before :
        List.of(new Release(now.version(), "00000000"), new Release("1.9", now.build()))) {
      Files.writeString(file, text.replace("\"" + now + "\"", "\"" + before + "\""));
      String note = "The receipt was made by %s; this is %s.".formatted(before, now);
      Program.Ended ended = run("replay", file.toString());
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
      assertThat(ended.out())
          .endsWith("\nThe same articles are found, with the same texts.\n" + note + "\n");
      JsonNode json = JSON.readTree(run("replay", file.toString(), "--json").out());
      assertThat(json.at("/programs/note").asText()).isEqualTo(note);
    }
  }

  @Test
  void listsAreThoseOfThen() {
    Program.Ended added = run("list", "add", "Story", "old", "bare");
    assertThat(added.exitCode()).as(added.err()).isZero();
    String file = receipt("tide list:story").toString();
    assertThat(run("list", "add", "Story", "new").exitCode()).isZero();
    Program.Ended ended = run("replay", file);
    assertThat(ended.exitCode()).as(ended.out()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("- The list “story” has changed: 2 articles then, 3 now.");
  }

  @Test
  void aSearchThatWasCutShortCannotBeCompared() throws IOException {
    Path file = receipt("tide");
    Files.writeString(file, Files.readString(file).replace("\"whole\"", "\"time_up\""));
    Program.Ended ended = run("replay", file.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.NOT_COMPARABLE);
    assertThat(ended.out())
        .contains(
            "Not comparable: not all articles were looked at.",
            "- The search of the receipt was cut short by its time limit.");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    run("replay").assertRefused();
    run("replay", folder.resolve("nowhere").toString()).assertRefused();
    run("replay", folder.toString()).assertRefused();
    run("replay", folder.resolve("news.jsonl").toString()).assertRefused();
    Path file = receipt("tide");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));
    Program.Ended cut = run("replay", file.toString());
    cut.assertRefused();
    assertThat(cut.err()).contains("it is no JSON, or was cut off, at line ");
    Files.writeString(file, text.replace("\"receipt\" : 1", "\"receipt\" : 7"));
    Program.Ended other = run("replay", file.toString());
    other.assertRefused();
    assertThat(other.err()).contains("it is a receipt of format 7");
    run("receipt", "tide", "--out", folder.toString()).assertRefused();
    run("receipt", "tide", "--sort", "sideways").assertRefused();
  }
}
