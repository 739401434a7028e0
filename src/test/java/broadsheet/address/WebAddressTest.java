package broadsheet.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a?b=c#d", "HTTP://example.org", "mailto:desk@example.org"})
  void webSiteAndMailboxStay(String address) {
    assertThat(WebAddress.of(" " + address + " ")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)//http://example.org",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "vbscript:x",
        "http:/example.org",
        "https://example.org/\njavascript:x",
        "\u0001javascript:alert(1)",
        "//example.org",
        ""
      })
  void everythingElseIsLeftOut(String address) {
    assertThat(WebAddress.of(address)).isEmpty();
  }
}
