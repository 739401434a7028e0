package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      asked.asked(file);
      asked.owner(file);
      asked.asked(folder.resolve("another.xml"));
      assertThat(companions().areSame(asked.state())).as(name).isTrue();
      Files.writeString(file, "<a/>");
      assertThat(companions().areSame(asked.state())).as(name).isFalse();
      Files.delete(file);
    }
  }

  @Test
  void noneAreTheSameAndAStateOfAnEarlierReleaseIsNot() {
    assertThat(companions().state()).isEmpty();
    assertThat(companions().areSame("")).isTrue();
    assertThat(companions().areSame("file\t" + folder + "/a.xml\tmissing")).isFalse();
  }
}
