package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePathsTest {

  private static final SourcePaths PATHS =
      new SourcePaths(List.of("/srv/news/1987/late", "/srv/one.jsonl", "/srv/news", "/srv"));

  @ParameterizedTest
  @CsvSource({
    "/srv/news,news",
    "/srv/news/a/b.xml,news/a/b.xml",
    "/srv/news/a.zip!b.xml#7,news/a.zip!b.xml#7",
    "/srv/news/1987/late/a.txt,late/a.txt",
    "/srv/one.jsonl#12,one.jsonl#12",
    "/srv/newspapers/a.txt,srv/newspapers/a.txt",
    "the same as /srv/news/a.txt and /srv/news/b.txt,the same as news/a.txt and news/b.txt",
    "/elsewhere/a.txt,/elsewhere/a.txt",
    "no path at all,no path at all",
  })
  void pathIsCutToTheLastNameOfItsSource(String text, String shortened) {
    assertThat(PATHS.shorten(text)).isEqualTo(shortened);
  }
}
