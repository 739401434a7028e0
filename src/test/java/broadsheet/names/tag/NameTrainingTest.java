package broadsheet.names.tag;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.Trait;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameTrainingTest {

  @TempDir Path folder;

  @Test
  void theSameTextsMakeTheSameBytes() throws IOException {
    write();
    byte[] bytes = trained();
    assertThat(trained()).isEqualTo(bytes);
    assertThat(bytes.length).isLessThan(100_000);
  }

  @Test
  void aModelTagsWhatItLearned() throws IOException {
    write();
    NameModel model = NameModel.read(new ByteArrayInputStream(trained()));
    Lexicon lexicon = model.lexicon();
    List<NameWord> words =
        List.of("We", "met", "Anna", "in", "Rome", ".").stream()
            .map(word -> NameWord.of(word, lexicon))
            .toList();
    assertThat(new WordTags(model.perceptron(), lexicon).of(words))
        .containsExactly(0, 0, Tag.of("B-PER"), 0, Tag.of("B-LOC"), 0);
    assertThat(Trait.CITY.in(lexicon.traits("Rome"))).isTrue();
  }

  private byte[] trained() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NameTraining(folder, List.of("en-tiny")).model().write(out);
    return out.toByteArray();
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("gaz.tsv"), "Rome\tcity\t2800000\nAnna\tfirst\t1\n");
    Files.createDirectories(folder.resolve("train"));
    StringBuilder text = new StringBuilder();
    for (String name : List.of("Anna", "Peter", "Maria")) {
      for (String place : List.of("Rome", "Paris", "Oslo")) {
        text.append("We\tO\nmet\tO\n%s\tB-PER\nin\tO\n%s\tB-LOC\n.\tO\n\n".formatted(name, place));
      }
    }
    Files.writeString(folder.resolve("train/en-tiny.iob"), text.toString());
  }
}
