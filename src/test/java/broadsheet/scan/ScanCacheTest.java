package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ScanCacheTest {
  @AutoClose private final ScanCache cache = new ScanCache(100);

  private boolean has(String key) throws IOException {
    Optional<ScanCache.Stored> stored = cache.open(key);
    if (stored.isPresent()) {
      try (InputStream content = stored.get().content()) {
        return content.readAllBytes().length == stored.get().size();
      }
    }
    return false;
  }

  @Test
  void whatWasNotAskedForTheLongestTimeMakesRoom() throws IOException {
    cache.put("a", new byte[40]);
    cache.put("b", new byte[40]);
    assertThat(has("a")).isTrue();
    cache.put("c", new byte[40]);
    assertThat(has("a")).isTrue();
    assertThat(has("b")).isFalse();
    assertThat(has("c")).isTrue();
  }

  @Test
  void whatIsReplacedCountsOnce() throws IOException {
    for (int i = 0; i < 10; i++) {
      cache.put("a", new byte[40]);
    }
    cache.put("b", new byte[40]);
    assertThat(has("a")).isTrue();
  }

  @Test
  void oneThatIsLargerThanTheLimitIsKeptAlone() throws IOException {
    cache.put("a", new byte[40]);
    cache.put("huge", new byte[300]);
    assertThat(has("huge")).isTrue();
    assertThat(has("a")).isFalse();
  }

  @Test
  void nothingIsLeftAfterTheEnd() throws IOException {
    cache.put("a", new byte[40]);
    cache.close();
    assertThat(has("a")).isFalse();
  }
}
