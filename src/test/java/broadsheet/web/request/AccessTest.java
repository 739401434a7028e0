package broadsheet.web.request;

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
        "same-origin,https://localhost:7070,false",
        "cross-site,http://localhost:7070,false",
        "cross-site,-,false",
        "same-site,-,false",
        "same-site,http://localhost:7070,false",
        "none,-,false",
        "-,http://localhost:7070,true",
        "-,HTTP://LocalHost:7070,true",
        "-,https://localhost:7070,false",
        "-,http://localhost,false",
        "-,http://localhost:7071,false",
        "-,http://localhost.:7070,false",
        "-,http://localhost:7070.evil.example,false",
        "-,http://localhost:7070@evil.example,false",
        "-,http://ada@localhost:7070,false",
        "-,localhost:7070,false",
        "-,//localhost:7070,false",
        "-,null,false",
        "-,'',false",
        "-,'http://localhost:7070 http://localhost:7070',false",
        "-,-,false"
      })
  void whatTheBrowserSaysOfTheOriginMustAllBeOwn(
      @Nullable String site, @Nullable String origin, boolean isSame) {
    assertThat(SameOrigin.isSame(site, origin, "http://localhost:7070")).isEqualTo(isSame);
  }

  @ParameterizedTest
  @CsvSource({
    "https://archive.example.org,https://archive.example.org,true",
    "https://archive.example.org,https://archive.example.org:443,true",
    "https://archive.example.org:443,https://archive.example.org,true",
    "https://archive.example.org,https://ARCHIVE.example.org,true",
    "https://Archive.Example.org,https://archive.example.org,true",
    "https://archive.example.org,http://archive.example.org,false",
    "https://archive.example.org,http://archive.example.org:443,false",
    "https://archive.example.org,https://archive.example.org:80,false",
    "https://archive.example.org,https://archive.example.org.,false",
    "https://archive.example.org,https://evil.archive.example.org,false",
    "https://archive.example.org,ftp://archive.example.org,false",
    "https://archive.example.org:8443,https://archive.example.org,false",
    "http://archive.example.org,http://archive.example.org:80,true",
    "http://archive.example.org,https://archive.example.org,false",
    "http://archive.example.org:80,https://archive.example.org:80,false",
    "https://news.example.org/archive,https://news.example.org,true",
    "http://[::1]:7070,http://[::1]:7070,true",
    "http://[::1],http://[::1]:80,true",
    "http://[::1]:7070,http://[::1],false",
    "http://[::1]:7070,http://[::2]:7070,false",
    "http://[::1]:7070,https://[::1]:7070,false",
    "http://[::1]:7070,http://::1:7070,false",
    "http://a b,http://c d,false",
    "data:a,data:b,false"
  })
  void originIsSchemeHostAndPort(String own, String origin, boolean isSame) {
    assertThat(SameOrigin.isSame(null, origin, own)).isEqualTo(isSame);
  }
}
