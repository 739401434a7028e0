package broadsheet.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/metrics",
        "/article/gr%C3%A8ve~2.json",
        "/article/...",
        "/article/.a",
        "/article/a.",
        "/lists/A%2FB%20%26%20c%3B%20100%25",
        "/lists/it's&so,on:1+1=2@(!)*$"
      })
  void pathsAsTheServerWritesThem(String path) {
    assertThat(CanonicalPath.isCanonical(path)).isTrue();
    assertThat(CanonicalPath.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "metrics",
        "//",
        "//metrics",
        "/metrics/",
        "/metrics//",
        "/.",
        "/..",
        "/./metrics",
        "/a/../metrics",
        "/metrics;",
        "/;a/metrics",
        "/metrics\\",
        "/metrics\n",
        "/metrics ",
        "/m\u00e9trics",
        "/{a}",
        "/metrics%",
        "/metrics%2",
        "/metrics%zz",
        "/%2e",
        "/a/%2E%2E/metrics",
        "/%6Detrics",
        "/%4Detrics",
        "/%5Aebra",
        "/%5Fa",
        "/%7Ea",
        "/%30",
        "/a%2Db",
        "/metrics%00",
        "/metrics%1F",
        "/metrics%7F",
        "/a%2fb",
        "/gr%c3%a8ve"
      })
  void otherFormsOfPaths(String path) {
    assertThat(CanonicalPath.isCanonical(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/metrics/,/metrics",
    "/metrics//,/metrics//",
    "//,//",
    "/,/",
    "/gr%c3%a8ve/,/gr%C3%A8ve",
    "/a%2fb,/a%2fb"
  })
  void slashAndSmallDigitsAreCorrected(String path, String corrected) {
    assertThat(CanonicalPath.of(path)).isEqualTo(corrected);
  }

  @Test
  void longPathsAreRead() {
    assertThat(CanonicalPath.isCanonical("/lists/" + "%26a".repeat(20_000))).isTrue();
  }
}
