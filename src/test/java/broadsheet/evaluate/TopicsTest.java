package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {

  @TempDir private Path folder;

  private Topics topics(String text) throws IOException {
    return Topics.read(Files.writeString(folder.resolve("topics"), text));
  }

  @Test
  void topicsStandInLines() throws IOException {
    Topics topics = topics("3\tdredging of the harbour\n\n1\t\"salt marsh\"\n");
    assertThat(topics.byNumber().keySet()).containsExactly("3", "1");
    assertThat(topics.byNumber()).containsEntry("1", new Topic("1", "\"salt marsh\""));
  }

  @Test
  void trecsOwnFormIsRead() throws IOException {
    Topics topics =
        topics(
            """
            <top>
            <num> Number: 301
            <title> dredging of
             the harbour
            <desc> Description:
            Who pays for the dredging?
            <narr> Narrative:
            Only this harbour is of interest.
            </top>

            <top>
            <num>302</num><title></title>
            <desc>Where were whales stranded?</desc>
            </top>
            """);
    assertThat(topics.byNumber().keySet()).containsExactly("301", "302");
    assertThat(topics.byNumber()).containsEntry("301", new Topic("301", "dredging of the harbour"));
    assertThat(topics.byNumber())
        .containsEntry("302", new Topic("302", "Where were whales stranded?"));
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThatThrownBy(() -> topics("1\ta\n1\tb\n")).hasMessageContaining("there already");
    assertThatThrownBy(() -> topics("no tab")).hasMessageContaining("Line 1 ");
    assertThatThrownBy(() -> topics("<top>\n<num> 1\n<title> a\n"))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("no </top>");
    assertThatThrownBy(() -> topics("<top>\n<title> a\n</top>\n")).hasMessageContaining("number");
    assertThatThrownBy(() -> Topics.read(folder.resolve("none")))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("There is no file");
  }
}
