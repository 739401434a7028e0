package broadsheet.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  @Test
  void thisOneHasTheVersionOfItsPomAndABuild() throws IOException {
    String version =
        Jsoup.parse(Path.of("pom.xml").toFile(), "UTF-8", "", Parser.xmlParser())
            .selectXpath("/project/version")
            .text();
    assertThat(Release.current().version()).isEqualTo(version);
    assertThat(Release.current().build()).matches("[0-9a-f]{8,}(-changed)?|unknown");
  }

  @Test
  void itIsPrintedWithItsBuild() throws IOException {
    byte[] file = "version=2.0.0\nbuild=0206cc71-changed\n".getBytes(ISO_8859_1);
    assertThat(Release.read(new ByteArrayInputStream(file)))
        .hasToString("2.0.0 (build 0206cc71-changed)");
    assertThat(Release.read(null)).hasToString("unreleased (build unknown)");
  }
}
