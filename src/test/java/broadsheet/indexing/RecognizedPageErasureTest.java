package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.erasure.ErasedText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognized pages go with an article whose words are on them. */
class RecognizedPageErasureTest {

  @TempDir private Path index;

  /** As Tesseract writes it, see https://www.loc.gov/standards/alto/. */
  private Path page(String name, String text) throws IOException {
    String alto =
        Stream.of(text.split(" ", -1))
            .map(word -> "<String HPOS='1' CONTENT=\"%s\" WC='0.9'/><SP/>".formatted(word))
            .collect(Collectors.joining());
    Path file = index.resolve("recognized/ab/cd").resolve(name);
    Files.createDirectories(index.resolve("recognized/ab/cd"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(alto.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void pagesWithItsWordsAreDeleted() throws IOException {
    Path run =
        page(
            "1.alto.gz",
            "today one two three four five six seven eight nine ten eleven twelve and more");
    Path word = page("2.alto.gz", "A QUIXOTROPE again");
    Path other =
        page("3.alto.gz", "one two three four five six seven eight nine ten eleven and more");
    Article article =
        Article.withId("a")
            .paragraphs(
                List.of(
                    "One two, three: four five six seven eight nine ten eleven twelve."
                        + " Quixotrope!"))
            .build();
    ErasedText evidence = ErasedText.of(List.of(article), _ -> Set.of("quixotrope"));
    assertThat(new RecognizedPageFolders(index).erase(evidence::isIn)).isEqualTo(2);
    assertThat(run).doesNotExist();
    assertThat(word).doesNotExist();
    assertThat(other).exists();
  }
}
