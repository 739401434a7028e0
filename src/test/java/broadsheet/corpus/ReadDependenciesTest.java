package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.format.Readers;
import broadsheet.ledger.FileRecord;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDependenciesTest {

  @TempDir private Path folder;

  private ReadDependencies companions() {
    return new ReadDependencies(folder, new Issues(Formats.all(new DateReader(Reading.TODAY))));
  }

  @Test
  void filesOfAnyNameAreFoundAgain() throws IOException {
    for (String name : List.of("a.xml", "a\tb\nc.xml", "\\xE9.xml", "\\x5CxE9.xml", "é.xml")) {
      Path file = folder.resolve(PathName.toPath(name));
      ReadDependencies asked = companions();
      asked.readers(Set.of("text"));
      asked.asked(file);
      asked.owner(file);
      asked.asked(folder.resolve("another.xml"));
      assertThat(areSame(asked.state())).as(name).isTrue();
      Files.writeString(file, "<a/>");
      assertThat(areSame(asked.state())).as(name).isFalse();
      Files.delete(file);
    }
  }

  private static FileRecord read(String state, long articles) {
    return new FileRecord("", "", "", "", "", 0, articles, 0, 0, 0, state);
  }

  private boolean areSame(String state) {
    return companions().areSame(read(state, 1));
  }

  @Test
  void noneAreTheSameAndAStateOfAnotherFormIsNot() {
    assertThat(companions().state()).isEmpty();
    boolean isRevised = !Formats.all(new DateReader(Reading.TODAY)).readers().revised().isEmpty();
    assertThat(areSame("")).as("of the first release").isEqualTo(!isRevised);
    assertThat(areSame("file\t" + folder + "/a.xml\tmissing")).isFalse();
  }

  @Test
  void revisedReaderReadsItsFilesAgainAndOneThatIsGoneDoesNot() {
    String two = noted("mbox", "html");
    assertThat(areSame(two)).isTrue();
    assertThat(revised(two)).isEmpty();
    String earlier = two.replaceFirst("(?<=\0html\0)\\d+", "0");
    assertThat(areSame(earlier)).isFalse();
    assertThat(revised(earlier)).containsExactly("html");
    assertThat(areSame(two.replace("html", "gone"))).isTrue();
  }

  /** With another format, one of them may know the file. */
  @Test
  void unknownFileIsReadAgainOnlyWhenTheFormatsAreOthers() {
    String unknown = noted();
    assertThat(companions().areSame(read(unknown, 0))).isTrue();
    String fewer = unknown.substring(0, unknown.lastIndexOf('\0') + 1) + "0";
    assertThat(companions().areSame(read(fewer, 0))).isFalse();
    assertThat(revised(fewer)).containsExactly(Readers.NONE);
    assertThat(companions().areSame(read("", 0))).as("of the first release").isFalse();
  }

  private String noted(String... formats) {
    ReadDependencies noting = companions();
    noting.readers(Set.of(formats));
    return noting.state();
  }

  private static List<String> revised(String state) {
    return ReadDependencies.revised(
        read(state, 1), Formats.all(new DateReader(Reading.TODAY)).readers());
  }
}
