package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueIdsTest {

  @Test
  void aTakenIdGetsTheNextFreeNumber() {
    UniqueIds ids = new UniqueIds();
    assertThat(ids.claim("a")).isEqualTo("a");
    assertThat(ids.claim("a~2")).isEqualTo("a~2");
    assertThat(ids.claim("a")).isEqualTo("a~3");
    assertThat(ids.claim("a")).isEqualTo("a~4");
    assertThat(ids.claim("b")).isEqualTo("b");
  }

  @Test
  void hundredThousandsOfOneIdAreAllToldApart() {
    UniqueIds ids = new UniqueIds();
    Set<String> handedOut = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      handedOut.add(ids.claim("same"));
      handedOut.add(ids.claim("own" + i));
    }
    assertThat(handedOut).hasSize(400_000);
  }
}
