package broadsheet.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "z", "0", "9", "bridg", "1987", "a1b2", "zzzzzzzzzzzz", "999999999999"})
  void ofAShortStemCanBeReadBack(String stem) {
    long key = of(stem);
    assertThat(StemKey.isReadable(key)).isTrue();
    assertThat(StemKey.stem(key)).isEqualTo(stem);
  }

  @Test
  void ofNoStemIsZero() {
    assertThat(of("")).isEqualTo(StemKey.EMPTY);
    assertThat(of("a")).isNotEqualTo(StemKey.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "internationali",
        "abcdefghijklm",
        "u.s",
        "1,000",
        "straße",
        "東京",
        "A",
        "a b",
        "{",
        "`"
      })
  void ofAnyOtherIsAHash(String stem) {
    assertThat(StemKey.isReadable(of(stem))).isFalse();
    assertThat(of(stem)).isNegative();
  }

  @Test
  void ofDamageIsNotReadable() {
    assertThat(StemKey.isReadable(of("999999999999") + 1)).isFalse();
    assertThat(StemKey.isReadable(-1)).isFalse();
  }

  @Test
  void areDifferentForDifferentStems() {
    Random random = new Random(7);
    Set<String> stems = new HashSet<>();
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder stem = new StringBuilder();
      for (int length = random.nextInt(15); length > 0; length--) {
        stem.append("abcz019.é".charAt(random.nextInt(9)));
      }
      stems.add(stem.toString());
      keys.add(of(stem.toString()));
    }
    assertThat(keys).hasSameSizeAs(stems);
  }

  @Test
  void dependsOnTheBytesOfTheStemAlone() {
    byte[] bytes = "xxharbourxx".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(StemKey.of(new BytesRef(bytes, 2, 7))).isEqualTo(of("harbour"));
  }

  private static long of(String stem) {
    return StemKey.of(new BytesRef(stem));
  }
}
