package broadsheet.corpus.date;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.PublicationDate.Origin;
import broadsheet.corpus.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInPlaceTest {
  private final DateInPlace dates = new DateInPlace(new DateReader(Reading.TODAY));

  @ParameterizedTest
  @CsvSource({
    "https://a.example/2023/06/18/bridge.html, 2023-06-18",
    "https://a.example/world/2023/jun/18/bridge-opens, 2023-06-18",
    "https://a.example/news/2023/6/8/bridge, 2023-06-08",
    "https://a.example/2023-06-18-bridge.html, 2023-06-18",
    "https://a.example/world/bridge-opens-2023-06-18/, 2023-06-18",
    "https://a.example/20230618/bridge, 2023-06-18",
    "https://a.example/a/202306/18/WS64.html, 2023-06-18",
    "https://a.example/2023-06/18/c_11.htm, 2023-06-18",
    "https://a.example/2023/06/bridge, 2023-06",
    "https://a.example/1964/05/28/archives/bridge.html, 1964-05-28",
    "https://a.example/2012/12/24-things-to-do, 2012-12",
    "/news/2023/06/18/bridge, 2023-06-18"
  })
  void urlSaysTheDay(String url, String day) {
    assertThat(dates.ofUrl(url).iso()).isEqualTo(day);
    assertThat(dates.ofUrl(url).origin()).isEqualTo(Origin.URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://a.example/bridge",
        "https://a.example/2023/bridge",
        "https://a.example/news/uk-20230618",
        "https://a.example/2023/13/18/bridge",
        "https://a.example/2023/02/30/bridge",
        "https://a.example/2031/06/18/bridge",
        "https://a.example/2023/06/18/review-2022-05-01/",
        "https://a.example/bridge?on=/2023/06/18/",
        "https://2023-06-18.example/bridge",
        "https://archive.example/web/20230618101500/bridge",
        "https://a.example/06/07/2023/bridge"
      })
  void urlThatIsNotClearSaysNothing(String url) {
    assertThat(dates.ofUrl(url).isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-06-18-bridge.md, 2023-06-18",
    "news/bridge_2023-06-18.txt, 2023-06-18",
    "20230618.txt, 2023-06-18",
    "18990618.txt, 1899-06-18",
    "mail/harbour-mail_18990618_p2.txt, 1899-06-18",
    "harbour-mail-16990618.xml, 1699-06-18",
    "1899-06-00.txt, 1899-06",
    "18990600.txt, 1899-06",
    "harbour-mail_18990600_p2.txt, 1899-06",
    "1899-00-00.txt, 1899",
    "harbour/1899061801/page.txt, 1899-06-18",
    "20230618-bridge.txt, 2023-06-18",
    "2023/06/18/bridge.txt, 2023-06-18",
    "2023/2023-06/2023-06-18/bridge.txt, 2023-06-18",
    "2023-06/bridge.txt, 2023-06",
    "2023/06/20230618.txt, 2023-06-18"
  })
  void fileNameSaysTheDay(String location, String day) {
    assertThat(dates.ofPath(location).iso()).isEqualTo(day);
    assertThat(dates.ofPath(location).origin()).isEqualTo(Origin.FILE_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000_16b52361ac664b14.txt",
        "sport/001.txt",
        "2023/bridge.txt",
        "uk-20230618.txt",
        "120230618.txt",
        "20230618101500.txt",
        "2023-06-18/2023-06-19-bridge.txt",
        "2023-02-30-bridge.txt",
        "2023-06-181.txt"
      })
  void fileNameThatIsNotClearSaysNothing(String location) {
    assertThat(dates.ofPath(location).isKnown()).isFalse();
  }
}
