package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EngineException;
import broadsheet.engine.result.NamedArticle;
import broadsheet.extension.host.BuiltJar;
import broadsheet.extension.host.ExtensionJar;
import broadsheet.extension.host.Extensions;
import broadsheet.worker.WorkerLimits;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles are written by the exporter of an extension, in a process of its own. */
class ExtensionExportTest {
  @TempDir private Path jars;
  private Path jar = Path.of("");
  private WorkerPool workers = new WorkerPool(ExtensionExportTest.class, WorkerLimits.USUAL);

  @BeforeEach
  void build() throws IOException {
    jar = BuiltJar.sample(jars.resolve("sample.jar"));
    workers = new ExtensionJar(jar, WorkerLimits.USUAL).workers();
  }

  private ExtensionExport format() {
    Extensions found = Extensions.in(jars, WorkerLimits.USUAL);
    return new ExtensionExport(found.exporters().getFirst(), workers);
  }

  /** They stay as long as the program. */
  @AfterEach
  void close() {
    workers.close();
  }

  private static NamedArticle article(int number) {
    return NamedArticle.without(
        Article.withId("a" + number)
            .title("Title " + number)
            .source("Gazette")
            .publishedAt(PublicationDate.stated("1987-02"))
            .build());
  }

  private static String written(ArticleFormat format, int articles) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArticleWriter writer = format.writer(out, ByteOrderMark.YES, "");
    for (int i = 1; i <= articles; i++) {
      writer.write(article(i));
    }
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void articlesAreWrittenInTheirOrderOverSeveralBatches() throws IOException {
    ExtensionExport format = format();
    assertThat(ArticleFormats.of(Extensions.in(jars, WorkerLimits.USUAL)))
        .extracting(ArticleFormat::label)
        .containsExactly("News list");
    assertThat(format.suffix()).isEqualTo(".newslist");
    assertThat(format.type()).isEqualTo("text/plain; charset=utf-8");
    String file = written(format, 120);
    assertThat(file)
        .startsWith("1. Title 1\n   Gazette, 1987-02\n2. Title 2\n")
        .endsWith("120. Title 120\n   Gazette, 1987-02\nArticles: 120\n");
    assertThat(file.lines()).hasSize(241);
    assertThat(written(format, 0)).isEqualTo("Articles: 0\n");
  }

  @Test
  void anExtensionThatFailsEndsTheExportWithItsName() throws IOException {
    ExtensionExport format = format();
    Files.writeString(jar, "replaced by something else");
    assertThatThrownBy(() -> written(format, 1))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "The extension sample.jar cannot write newslist (damaged zip END header not found)."
                + " Take another format.");
  }
}
