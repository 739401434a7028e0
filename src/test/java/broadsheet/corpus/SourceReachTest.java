package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.article.Article;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Links lead no further than the given files and folders, unless allowed. */
@Timeout(60)
class SourceReachTest {

  private static final String OUTSIDE =
      "a link out of the given files and folders; --follow-links follows it";
  private static final String OF_THE_SYSTEM = "a system file, not part of an archive";

  @TempDir private Path folder;

  private Path given = Path.of("");

  @BeforeEach
  void write() throws IOException {
    given = Files.createDirectories(folder.resolve("given"));
    article("given/in/a.txt");
    article("out/b.txt");
  }

  private void article(String name) {
    Reading.write(folder, name, ("Story " + name + "\n\nIts text.").getBytes(UTF_8));
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(given.resolve(name), target);
  }

  private static List<String> locations(Reading reading) {
    return reading.articles().stream().map(Article::locations).map(List::getFirst).toList();
  }

  @Test
  void linksOutOfWhatIsGivenAreNotFollowed() throws IOException {
    link("file.txt", folder.resolve("out/b.txt"));
    link("folder", folder.resolve("out"));
    link("relative", Path.of("../out"));
    Reading reading = Reading.of(given);
    assertThat(locations(reading)).containsExactly("in/a.txt");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys(OUTSIDE);
    assertThat(reading.ledger().totals().skipped()).isEqualTo(3);
  }

  @Test
  void linksAreFollowedWhereThatIsAsked() throws IOException {
    link("folder", folder.resolve("out"));
    SourceReach reach = SourceReach.within(List.of(given), true);
    Corpus.Part part = new Corpus.Part(given, given, List.of(), reach);
    assertThat(locations(Reading.of(Corpus.of(List.of(part), Reading.TODAY))))
        .containsExactly("folder/b.txt", "in/a.txt");
  }

  @Test
  void linksWithinWhatIsGivenAreFollowed() throws IOException {
    link("here.txt", given.resolve("in/a.txt"));
    link("there.txt", folder.resolve("out/b.txt"));
    assertThat(locations(Reading.of(given, folder.resolve("out"))))
        .containsExactly("here.txt", "in/a.txt", "there.txt", "b.txt");
  }

  @Test
  void whatIsGivenMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), given);
    assertThat(locations(Reading.of(link))).containsExactly("in/a.txt");
  }

  @Test
  void devicesAndFilesOfTheSystemAreRefused() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "no /proc here");
    link("environment", Path.of("/proc/self/environ"));
    link("zero", Path.of("/dev/zero"));
    SourceReach reach = SourceReach.within(List.of(given), true);
    Corpus.Part part = new Corpus.Part(given, given, List.of(), reach);
    Reading reading = Reading.of(Corpus.of(List.of(part), Reading.TODAY));
    assertThat(locations(reading)).containsExactly("in/a.txt");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys(OF_THE_SYSTEM, "not a regular file");
    assertThat(Reading.of(Path.of("/proc")).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys(OF_THE_SYSTEM);
    assertThat(Reading.of(Path.of("/proc/self/environ")).articles()).isEmpty();
  }
}
