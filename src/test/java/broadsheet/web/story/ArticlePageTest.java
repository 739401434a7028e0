package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlePageTest {

  @ParameterizedTest
  @CsvSource({
    "https://news.example/a,true",
    "HTTP://news.example/a,true",
    "javascript:alert(1),false",
    "data:text/html;base64,false",
    "//news.example/a,false",
    "http:news,false",
    "news.example/a,false",
    "https://news.example/a b,false",
    "'',false"
  })
  void onlyAddressesOnTheWebAreLinks(String url, boolean isLink) {
    assertThat(ArticlePage.webLink(url) != null).isEqualTo(isLink);
  }
}
