package broadsheet.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.web.request.BasePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasedLinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<a class=\"x\" href=\"/search?q=a\">a</a> | <a class=\"x\" href=\"/b/search?q=a\">a</a>",
        "<form action=\"/judge\"><script src=\"/x.js\"> | <form action=\"/b/judge\"><script"
            + " src=\"/b/x.js\">",
        "<p>he wrote href=\"/x\" here</p> | <p>he wrote href=\"/x\" here</p>",
        "<a title=\"> href=&quot;/x\" href=\"/y\"> | <a title=\"> href=&quot;/x\" href=\"/b/y\">",
        "<input value=\" href='/x' \"> | <input value=\" href='/x' \">",
        "<a href=\"https://a.example/x\"><a href=\"//a.example\"><a href=\"#x\"> | <a"
            + " href=\"https://a.example/x\"><a href=\"//a.example\"><a href=\"#x\">",
      })
  void onlyAddressesOfThisServerInTagsGetTheBase(String page, String based) {
    assertThat(new String(BasedLinks.in(page.getBytes(UTF_8), new BasePath("/b")), UTF_8))
        .isEqualTo(based);
    assertThat(new String(BasedLinks.in(page.getBytes(UTF_8), BasePath.ROOT), UTF_8))
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "/", "/a/", "//a", "/a//b", "/a b", "/..", "/a/../b", "/\"x"})
  void otherBasesAreRefused(String path) {
    assertThatThrownBy(() -> new BasePath(path)).hasMessageContaining(path);
  }
}
