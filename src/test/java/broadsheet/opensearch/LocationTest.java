package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "http://127.0.0.1:9200/news            | http://127.0.0.1:9200/news",
        "http://127.0.0.1:9200,127.0.0.1:9201/news | http://127.0.0.1:9200,127.0.0.1:9201/news",
        "HTTP://LocalHost/news/                | http://localhost:9200/news",
        "https://search.example/news-2         | https://search.example:9200/news-2",
        "https://a.example:443,b.example/n.e_w | https://a.example:443,b.example:9200/n.e_w",
        "http://[::1]:9200/news                | http://[::1]:9200/news",
        "https://a.example,a.example:9200/news | https://a.example:9200/news",
      })
  void readsAddresses(String written, String meant) {
    assertThat(Location.of("opensearch=" + written)).hasToString("opensearch=" + meant);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "news                              | is not a location on a cluster",
        "http://127.0.0.1:9200             | is not a location on a cluster",
        "http://127.0.0.1:9200/            | is not a location on a cluster",
        "ftp://127.0.0.1:9200/news         | is not a location on a cluster",
        "http:///news                      | is not a location on a cluster",
        "http://127.0.0.1:9200/news/more   | is not a location on a cluster",
        "http://127.0.0.1?x=1/news         | is not a location on a cluster",
        "http://127.0.0.1,/news            | “” is not a host",
        "http://127.0.0.1,http://b/news    | is not a location on a cluster",
        "http://127.0.0.1:no/news          | “127.0.0.1:no” is not a host",
        "http://127.0.0.1:0/news           | ports are 1 to 65535",
        "http://127.0.0.1:99999/news       | ports are 1 to 65535",
        "http://search.example/news        | Plain HTTP to search.example",
        "http://127.0.0.1,10.0.0.1/news    | Plain HTTP to 10.0.0.1",
        "http://127.0.0.1.example/news     | Plain HTTP to 127.0.0.1.example",
        "http://[::2]/news                 | Plain HTTP to [::2]",
        "https://a.example/News            | “News” cannot name an archive",
        "https://a.example/_all            | “_all” cannot name an archive",
        "https://a.example/news*           | “news*” cannot name an archive",
        "https://a.example/a,b             | “a,b” cannot name an archive",
      })
  void saysWhatIsWrong(String written, String complaint) {
    assertThatThrownBy(() -> Location.of("opensearch=" + written))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://ada:s3cret@127.0.0.1/news", "ada:s3cret@127.0.0.1", "@s3cret"})
  void credentialsAreRefusedWithoutRepeatingThem(String written) {
    assertThatThrownBy(() -> Location.of("opensearch=" + written))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(ClusterAccess.PASSWORD)
        .message()
        .doesNotContain("s3cret", "ada");
  }

  @Test
  void aNameHasABound() {
    assertThatThrownBy(() -> Location.of("opensearch=https://a.example/" + "n".repeat(101)))
        .hasMessageContaining("at most 100 characters");
  }

  /** So a pattern of its indexes is one of no other's. */
  @Test
  void aCollectionHasNamesThatNoArchiveHas() {
    Location news = Location.of("opensearch=https://a.example/news");
    ArchiveCollection afp = new ArchiveCollection("afp");
    assertThat(news.of(afp).archive()).isEqualTo("news~afp~");
    assertThat(news.of(afp)).hasToString(news + " --collection afp");
    assertThat(news.of(ArchiveCollection.FIRST)).isEqualTo(news);
    assertThat(news.collection("news")).contains(ArchiveCollection.FIRST);
    assertThat(news.collection("news~afp~")).contains(afp);
    assertThat(List.of("news~", "news~afp", "news~~", "newsafp~", "news~a/b~"))
        .allSatisfy(other -> assertThat(news.collection(other)).isEmpty());
    assertThatThrownBy(() -> Location.of("opensearch=https://a.example/news~afp~"))
        .hasMessageContaining("cannot name an archive");
  }

  @Test
  void foldersAreNotMeant() {
    assertThat(Location.isOne("opensearch=http://127.0.0.1/news")).isTrue();
    assertThat(Location.isOne("opensearch")).isFalse();
    assertThat(Location.isOne("index")).isFalse();
  }
}
