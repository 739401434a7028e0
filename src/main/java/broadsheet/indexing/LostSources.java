package broadsheet.indexing;

import broadsheet.ledger.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sources that a watch cannot go over for now, since they are not there or lost most of their
 * articles at once; each with why. Thread-safe.
 */
final class LostSources {

  private final Map<Path, String> reasons = new LinkedHashMap<>();
  private final long pause;
  private long nextLook;

  /**
   * @param pause how long they are left alone before they are looked at again
   */
  LostSources(Duration pause) {
    this.pause = pause.toNanos();
  }

  /** Adds the sources that an update was refused for. */
  synchronized void add(SourceLostException refused) {
    refused
        .sources()
        .forEach(source -> add(Path.of(source), "lost most of its articles at once; they stay"));
  }

  /** Adds those of these sources that are not there. */
  synchronized void addMissing(List<Source> sources) {
    for (Source source : sources) {
      Path path = Path.of(source.path());
      if (Files.notExists(path)) {
        add(path, "is not there; its articles stay");
      }
    }
  }

  /** Readers of the page learn no folders of the server. */
  private void add(Path source, String reason) {
    reasons.put(
        source, Objects.requireNonNullElse(source.getFileName(), source) + " " + reason + ".");
    nextLook = System.nanoTime() + pause;
  }

  /** These were gone over: gives whether a lost source is among them, which is lost no more. */
  synchronized boolean remove(List<Path> updated) {
    return reasons.keySet().removeIf(updated::contains);
  }

  /** Those that it is time to look at again; empty between. */
  synchronized List<Path> due() {
    if (reasons.isEmpty() || System.nanoTime() < nextLook) {
      return List.of();
    }
    nextLook = System.nanoTime() + pause;
    return reasons.keySet().stream().filter(Files::exists).toList();
  }

  /** What of these paths lies in no lost source. */
  synchronized List<Path> without(List<Path> paths) {
    return paths.stream()
        .filter(path -> reasons.keySet().stream().noneMatch(path::startsWith))
        .toList();
  }

  /** Whether an update was refused for all of these sources before. */
  synchronized boolean has(SourceLostException refused) {
    return refused.sources().stream().map(Path::of).allMatch(reasons::containsKey);
  }

  /** Why something is lost, as readers may see it; empty when nothing is. */
  synchronized String reason() {
    return String.join(" ", reasons.values().stream().distinct().toList());
  }
}
