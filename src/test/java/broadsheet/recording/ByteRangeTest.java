package broadsheet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of bytes. Source: RFC 9110, section 14.1.2, whose examples have 10,000 bytes. */
class ByteRangeTest {
  private static final long SIZE = 10_000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 499",
    "bytes=500-999, 500, 999",
    "bytes=-500, 9500, 9999",
    "bytes=9500-, 9500, 9999",
    "bytes=0-0, 0, 0",
    "Bytes= 0-99999 , 0, 9999",
    "bytes=-99999, 0, 9999"
  })
  void aSingleRangeIsRead(String header, long first, long last) {
    assertThat(ByteRange.of(header, SIZE)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-0,-1",
        "bytes=500-100",
        "bytes=-",
        "lines=1-2",
        "bytes=a-b",
        "bytes=1-99999999999999999999",
        ""
      })
  void othersAreIgnored(String header) {
    assertThat(ByteRange.of(header, SIZE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0"})
  void aRangeBeyondTheEndHasNoBytes(String header) {
    assertThat(ByteRange.of(header, SIZE)).contains(ByteRange.UNSATISFIABLE);
  }

  @Test
  void anEmptyFileHasNoRange() {
    assertThat(ByteRange.of("bytes=0-", 0)).contains(ByteRange.UNSATISFIABLE);
    assertThat(ByteRange.of("bytes=-5", 0)).contains(ByteRange.UNSATISFIABLE);
    assertThat(ByteRange.whole(0).length()).isZero();
  }

  @Test
  void theAnswerSaysWhichBytesItHas() {
    ByteRange range = new ByteRange(500, 999);
    assertThat(range.length()).isEqualTo(500);
    assertThat(range.contentRange(SIZE)).isEqualTo("bytes 500-999/10000");
    assertThat(range.atMost(100)).isEqualTo(new ByteRange(500, 599));
    assertThat(ByteRange.UNSATISFIABLE.contentRange(SIZE)).isEqualTo("bytes */10000");
  }
}
