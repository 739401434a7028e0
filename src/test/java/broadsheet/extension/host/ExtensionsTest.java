package broadsheet.extension.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerLimits;
import broadsheet.worker.WorkerPool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that is wrong is one line, and the others are used. */
class ExtensionsTest {
  @TempDir private Path folder;

  @Test
  void brokenJarsAndTakenNamesAreOneLineEach() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    reader("good", "", jars.resolve("a-good.jar"));
    reader("good", "", jars.resolve("b-same-name.jar"));
    Files.writeString(jars.resolve("c-broken.jar"), "no jar");
    reader("Bad_Name", "", jars.resolve("d-bad-name.jar"));
    new JarOutputStream(Files.newOutputStream(jars.resolve("e-empty.jar"))).close();
    reader("text", "", jars.resolve("f-own-name.jar"));
    Extensions found = Extensions.in(jars, WorkerLimits.USUAL);
    assertThat(found.formats()).extracting(InstalledFormat::name).containsExactly("good", "text");
    assertThat(found.problems())
        .containsExactly(
            "Extension b-same-name.jar is left out with its format 'good': the name is taken",
            "Extension c-broken.jar cannot be used: damaged (zip END header not found)",
            "Extension d-bad-name.jar has something that cannot be used: the name 'Bad_Name' is"
                + " not of up to 30 small letters, digits and hyphens",
            "Extension e-empty.jar offers no format and no export (META-INF/services)");
    assertThat(found.formatsBeside(List.of("text")))
        .extracting(InstalledFormat::name)
        .containsExactly("good");
  }

  @Test
  void noFolderIsNoExtensions() {
    assertThat(Extensions.in(folder.resolve("none"), WorkerLimits.USUAL))
        .isEqualTo(Extensions.NONE);
  }

  @Test
  void anExtensionSeesJavaAndTheInterfaceAlone() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    reader("curious", "broadsheet.files.Home.seeds();", jars.resolve("curious.jar"));
    InstalledFormat format = Extensions.in(jars, WorkerLimits.USUAL).formats().getFirst();
    try (WorkerPool workers = format.jar().workers()) {
      assertThat(format.read(workers, "a", InputStream.nullInputStream(), NO_ARTICLES))
          .isEqualTo(
              new Answer.Failure(
                  false, "damaged", "java.lang.NoClassDefFoundError: broadsheet/files/Home"));
    }
  }

  private static void reader(String name, String body, Path jar) throws IOException {
    BuiltJar.reader(name, name, body, jar);
  }

  private static final ArticleSink NO_ARTICLES =
      new ArticleSink() {
        @Override
        public void article(long number, ExtensionArticle article) {}

        @Override
        public void skip(long number, String reason) {}

        @Override
        public void fail(long number, String reason) {}
      };
}
