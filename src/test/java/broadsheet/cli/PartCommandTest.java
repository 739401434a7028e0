package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.indexing.IndexContents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code index --part} and {@code index --join}. */
class PartCommandTest {

  private static final int FILES = 9;

  @TempDir private Path folder;

  private String archive = "";
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws IOException {
    archive = Files.createDirectory(folder.resolve("archive")).toString();
    index = folder.resolve("index");
    for (int i = 0; i < FILES; i++) {
      String article = "{\"id\":\"a" + i + "\",\"title\":\"Harbour\",\"body\":\"Grain.\"}";
      Files.writeString(Path.of(archive, "f" + i + ".jsonl"), article);
    }
    Files.writeString(Path.of(archive, "broken.pdf"), "%PDF-1.7 and nothing more");
  }

  @Test
  void joinedIndexAndItsSummaryAreThoseOfAWholeReading() throws IOException {
    for (int part = 1; part <= 3; part++) {
      Program.Ended ended = Program.on(index, "index", archive, "--part", part + "/3");
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
      assertThat(ended.err())
          .contains("part " + part + "/3 is read; once all are: ./broadsheet index --join");
    }
    JsonNode joined = summary(index, "index", "--join", "--json");
    Path whole = folder.resolve("whole");
    JsonNode read = summary(whole, "index", archive, "--json");
    for (String count : List.of("indexed", "duplicate", "skipped", "failed", "remarks", "bytes")) {
      assertThat(joined.get(count)).as(count).isEqualTo(read.get(count));
    }
    assertThat(joined.get("indexed").asInt()).isEqualTo(FILES);
    assertThat(IndexContents.of(index)).isEqualTo(IndexContents.of(whole));
  }

  private static JsonNode summary(Path index, String... arguments) throws IOException {
    Program.Ended ended = Program.on(index, arguments);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(ended.out());
  }

  @Test
  void aPartThatIsMissingIsNamed() {
    Program.on(index, "index", archive, "--part", "1/2");
    Program.Ended ended = Program.on(index, "index", "--join");
    ended.assertRefused();
    assertThat(ended.err()).contains("2/2 is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "--join --update, give one of them",
    "--join --part 1/2, give one of them",
    "--part 1/2 --update, give one of them",
    "--join --format jsonl, --join reads nothing",
    "--join --names, --join reads nothing",
    "--join --forget a, --forget cannot be combined",
    "--join --vectors-only, --vectors-only reads no articles",
    "--part 3/2, is not a part",
    "--part 0/2, is not a part",
    "--part 2, is not a part"
  })
  void whatCannotBeCombinedIsRefused(String flags, String reason) {
    List<String> arguments = new ArrayList<>(List.of("index"));
    arguments.addAll(List.of(flags.split(" ", -1)));
    Program.Ended ended = Program.on(index, arguments.toArray(String[]::new));
    ended.assertRefused();
    assertThat(ended.err()).contains(reason);
  }
}
