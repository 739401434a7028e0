package broadsheet.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "LOCALHOST,true",
    "127.0.0.1,true",
    "127.1.2.3,true",
    "[::1],true",
    "127.0.0.1.evil.example,false",
    "localhost.evil.example,false",
    "0.0.0.0,false"
  })
  void namesOfThisMachineAreKnown(String host, boolean isOurs) {
    assertThat(Access.namesThisMachine(host)).isEqualTo(isOurs);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin,-,true",
        "same-origin,null,true",
        "same-origin,http://localhost:7070,true",
        "same-origin,https://archive.example.org,false",
        "cross-site,http://localhost:7070,false",
        "-,http://localhost:7070,true",
        "-,http://localhost,false",
        "-,null,false",
        "-,-,false"
      })
  void whatTheBrowserSaysOfTheOriginMustAllBeOwn(
      @Nullable String site, @Nullable String origin, boolean isSame) {
    assertThat(SameOrigin.isSame(site, origin, "localhost:7070")).isEqualTo(isSame);
  }
}
