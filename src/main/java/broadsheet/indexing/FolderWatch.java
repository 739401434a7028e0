package broadsheet.indexing;

import broadsheet.corpus.Exclusions;
import broadsheet.corpus.SourceReach;
import broadsheet.corpus.archive.PassedBy;
import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reports which files and folders have changed, using the system's file notifications. For use by
 * one thread, except {@link #close}.
 */
final class FolderWatch implements AutoCloseable {

  /** A file being written causes many notifications; they are collected until no more arrive. */
  private static final Duration QUIET = Duration.ofMillis(250);

  /** A file that takes long to write is looked at in between. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final Set<FileVisitOption> FOLLOWING = EnumSet.of(FileVisitOption.FOLLOW_LINKS);

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Map<Path, SourceReach> roots = new LinkedHashMap<>();

  FolderWatch() throws IOException {
    service = FileSystems.getDefault().newWatchService();
  }

  /**
   * Watches these files and folders, with everything in them, as far as links are followed; ignores
   * missing ones.
   *
   * @throws IOException if the system cannot watch any more
   */
  void watch(List<Source> sources) throws IOException {
    for (Source source : sources) {
      Path path = PathName.toPath(source.path());
      SourceReach reach = IndexingScope.reach(sources, source);
      if (Files.isDirectory(path)) {
        watchBelow(path, reach);
        roots.put(path, reach);
      } else if (Files.exists(path) && path.getParent() != null) {
        watchOne(path.getParent());
        roots.put(path, reach);
      }
    }
  }

  private void watchBelow(Path folder, SourceReach reach) throws IOException {
    Files.walkFileTree(
        folder,
        FOLLOWING,
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes)
              throws IOException {
            boolean isPassed = !entered.equals(folder) && isPassedBy(entered);
            if (isPassed || reach.refusal(entered).isPresent()) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            watchOne(entered);
            return FileVisitResult.CONTINUE;
          }

          // A folder that cannot be opened cannot be watched; reading it will report the error.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException cause) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void watchOne(Path folder) throws IOException {
    WatchKey key =
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
  }

  /**
   * Waits for a first change, and then until no more arrive.
   *
   * @param patience the longest wait for the first change
   * @return the changed files and folders, whether or not they still exist; empty if nothing
   *     changed
   * @throws ClosedWatchServiceException if closed
   */
  Set<Path> changes(Duration patience) throws InterruptedException {
    Set<Path> changed = new LinkedHashSet<>();
    WatchKey key = service.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (key != null) {
      take(key, changed);
      boolean isWaiting = System.nanoTime() < end;
      key = isWaiting ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null;
    }
    return changed;
  }

  private void take(WatchKey key, Set<Path> changed) {
    Path folder = folders.getOrDefault(key, Path.of(""));
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
        changed.addAll(roots.keySet());
      } else if (event.context() instanceof Path name) {
        add(folder.resolve(name), changed);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  private void add(Path path, Set<Path> changed) {
    Optional<Path> root = roots.keySet().stream().filter(path::startsWith).findFirst();
    if (root.isEmpty()) {
      return;
    }
    if (path.endsWith(Exclusions.FILE_NAME)) {
      changed.add(Objects.requireNonNullElse(path.getParent(), path));
      return;
    }
    if (!path.equals(root.get()) && isPassedBy(path)) {
      return;
    }
    changed.add(path);
    if (Files.isDirectory(path)) {
      try {
        watchBelow(path, Objects.requireNonNull(roots.get(root.get())));
      } catch (IOException e) {
        changed.addAll(roots.keySet());
      }
    }
  }

  private static boolean isPassedBy(Path path) {
    return PassedBy.reason(PathName.of(Objects.requireNonNullElse(path.getFileName(), path)))
        .isPresent();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
