package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last lines of {@code index}. */
class AdditionsTest {

  @TempDir private Path folder;

  @Test
  void indexingEndsWithWhatItCouldAddAndWhatThatCosts() throws IOException {
    Path read = Files.createDirectory(folder.resolve("read"));
    Files.writeString(read.resolve("a.txt"), "The board meets\n\nIt met at the harbour.\n");
    for (String name : new String[] {"1.png", "2.png"}) {
      ImageIO.write(
          new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY),
          "png",
          read.resolve(name).toFile());
    }
    Program.Ended ended = Program.on(folder.resolve("index"), "index", read.toString());
    assertThat(ended.err())
        .endsWith("could be added: 2 scans without text: --ocr, about a minute\n");
    Files.delete(read.resolve("1.png"));
    assertThat(Program.on(folder.resolve("index"), "index", "--update").err())
        .contains("could be added: 1 scan without text");
    Files.delete(read.resolve("2.png"));
    assertThat(Program.on(folder.resolve("index"), "index", "--update").err())
        .doesNotContain("could be added");
  }
}
