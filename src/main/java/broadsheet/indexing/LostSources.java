package broadsheet.indexing;

import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Sources that a watch cannot update for now, each with the reason: they are missing, or one update
 * would remove most of their articles. Thread-safe.
 */
final class LostSources {

  private final Map<Path, String> reasons = new LinkedHashMap<>();
  private final long pause;
  private final LongSupplier nanoTime;
  private long nextLook;

  /**
   * @param pause the wait before looking at a source again
   * @param nanoTime a clock like {@link System#nanoTime}
   */
  LostSources(Duration pause, LongSupplier nanoTime) {
    this.pause = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Adds the sources whose update was refused. */
  synchronized void add(SourceLostException refused) {
    refused
        .sources()
        .forEach(
            source ->
                add(
                    PathName.toPath(source),
                    "lost most of its articles at once, so they stay in the index"));
  }

  /** Adds those of these sources that are missing. */
  synchronized void addMissing(List<Source> sources) {
    for (Source source : sources) {
      Path path = PathName.toPath(source.path());
      if (Files.notExists(path)) {
        add(path, "is missing; its articles stay in the index");
      }
    }
  }

  /** Only the last name is kept, so that readers do not learn the server's folders. */
  private void add(Path source, String reason) {
    reasons.put(
        source,
        PathName.of(Objects.requireNonNullElse(source.getFileName(), source)) + " " + reason + ".");
    nextLook = nanoTime.getAsLong() + pause;
  }

  /** Marks sources as updated, and so no longer lost. Returns whether any of them was lost. */
  synchronized boolean remove(List<Path> updated) {
    return reasons.keySet().removeIf(updated::contains);
  }

  /** The sources that are due for another look; empty in between. */
  synchronized List<Path> due() {
    if (reasons.isEmpty() || nanoTime.getAsLong() - nextLook < 0) {
      return List.of();
    }
    nextLook = nanoTime.getAsLong() + pause;
    return reasons.keySet().stream().filter(Files::exists).toList();
  }

  /** These paths, without those inside a lost source. */
  synchronized List<Path> without(List<Path> paths) {
    return paths.stream()
        .filter(path -> reasons.keySet().stream().noneMatch(path::startsWith))
        .toList();
  }

  /** Whether an update was already refused for all of these sources. */
  synchronized boolean has(SourceLostException refused) {
    return refused.sources().stream().map(PathName::toPath).allMatch(reasons::containsKey);
  }

  /** The reasons, in a form readers may see; empty if nothing is lost. */
  synchronized String reason() {
    return String.join(" ", reasons.values().stream().distinct().toList());
  }
}
