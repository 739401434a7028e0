package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

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
    assertThat(Guard.namesThisMachine(host)).isEqualTo(isOurs);
  }
}
