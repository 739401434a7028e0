package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.corpus.record.CorpusException;
import broadsheet.recognize.StandIn;
import broadsheet.recognize.Tesseract;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding Tesseract and its languages. */
class InstalledTesseractTest {
  @TempDir Path folder;

  @Test
  void theFirstOnThePathIsUsed() throws IOException {
    StandIn.in(folder.resolve("a"));
    Path other = Files.createDirectories(folder.resolve("b"));
    Files.createFile(other.resolve("tesseract")); // no program
    String path = other + File.pathSeparator + File.pathSeparator + folder.resolve("a");
    Tesseract found = InstalledTesseract.find("eng+deu", path);
    assertThat(found.program()).isEqualTo(folder.resolve("a/tesseract").toString());
    assertThat(found.version()).isEqualTo("5.5.0");
    assertThat(found.languages()).isEqualTo("eng+deu");
  }

  @Test
  void whatIsMissingIsSaidWithThePackageToInstall() throws IOException {
    StandIn.in(folder);
    assertThatThrownBy(() -> InstalledTesseract.find("eng", "/nowhere"))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no program tesseract is on the PATH")
        .hasMessageContaining("apt install tesseract-ocr")
        .hasMessageContaining("--ocr=off");
    assertThatThrownBy(() -> InstalledTesseract.find("eng+chi_sim", folder.toString()))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "Tesseract has no data for chi_sim. Install it (apt install tesseract-ocr-chi-sim), or"
                + " choose from: deu, eng");
  }

  @Test
  void anotherProgramOfThisNameIsRefused() throws IOException {
    StandIn.in(folder);
    Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\necho 'a board game'\n");
    assertThatThrownBy(() -> InstalledTesseract.find("eng", folder.toString()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("does not answer as Tesseract does");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "eng,deu", "eng+", "../eng", "-l", "eng deu"})
  void languagesAreWrittenAsTesseractWritesThem(String languages) {
    assertThatThrownBy(() -> InstalledTesseract.find(languages, folder.toString()))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith("Unknown languages '" + languages + "' for --ocr");
  }
}
