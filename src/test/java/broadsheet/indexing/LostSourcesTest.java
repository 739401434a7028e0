package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostSourcesTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AtomicLong clock = new AtomicLong();
  @TempDir private Path folder;
  private Path one = Path.of("");
  private Path two = Path.of("");

  @BeforeEach
  void makeSources() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    two = Files.createDirectory(folder.resolve("two"));
  }

  private static SourceLostException lost(Path... sources) {
    return new SourceLostException(
        List.of(sources).stream().map(path -> new SourceLoss(path.toString(), 25, 0)).toList());
  }

  @Test
  void refusedUpdateIsKnownUntilTheSourceIsUpdated() {
    LostSources sources = new LostSources(PAUSE, clock::get);
    assertThat(sources.has(lost(one))).isFalse();
    sources.add(lost(one));
    assertThat(sources.has(lost(one))).isTrue();
    assertThat(sources.has(lost(one, two))).isFalse();
    assertThat(sources.reason())
        .isEqualTo("one lost most of its articles at once, so they stay in the index.");
    assertThat(sources.remove(List.of(two))).isFalse();
    assertThat(sources.remove(List.of(one, two))).isTrue();
    assertThat(sources.remove(List.of(one))).isFalse();
    assertThat(sources.has(lost(one))).isFalse();
    assertThat(sources.reason()).isEmpty();
  }

  @Test
  void pathsInsideALostSourceAreLeftAlone() {
    LostSources sources = new LostSources(PAUSE, clock::get);
    List<Path> paths = List.of(one, one.resolve("a.txt"), two, folder.resolve("one more"));
    assertThat(sources.without(paths)).isEqualTo(paths);
    sources.add(lost(one));
    assertThat(sources.without(paths)).containsExactly(two, folder.resolve("one more"));
  }

  @Test
  void onlySourcesThatAreMissingAreAdded() throws IOException {
    Files.delete(one);
    LostSources sources = new LostSources(PAUSE, clock::get);
    sources.addMissing(List.of(new Source(one.toString(), ""), new Source(two.toString(), "")));
    assertThat(sources.reason()).isEqualTo("one is missing; its articles stay in the index.");
  }

  @Test
  void sourceIsLeftAloneForAPause() {
    LostSources sources = new LostSources(PAUSE, clock::get);
    assertThat(sources.due()).isEmpty();
    sources.add(lost(one));
    assertThat(sources.due()).isEmpty();
  }

  @Test
  void sourceThatIsThereIsLookedAtAfterThePauseAndNotAtOnceAgain() throws Exception {
    LostSources sources = new LostSources(PAUSE, clock::get);
    sources.add(lost(one, two));
    Files.delete(two);
    assertThat(sources.due()).isEmpty();
    clock.addAndGet(PAUSE.toNanos() - 1);
    assertThat(sources.due()).isEmpty();
    clock.incrementAndGet();
    assertThat(sources.due()).containsExactly(one);
    assertThat(sources.due()).isEmpty();
  }
}
