package broadsheet.scan;

import broadsheet.article.PrintedPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the scans of indexed pages. Only images within the files and folders that the index is made
 * from are found, whatever an index says; a link that leads out of them is none. Safe for use by
 * several threads.
 */
public final class Scans {
  /** Larger files are no scans of pages. */
  private static final long LARGEST = 128L * 1024 * 1024;

  private final Supplier<List<String>> sources;

  /**
   * @param sources the files and folders that the index is made from
   */
  public Scans(Supplier<List<String>> sources) {
    this.sources = sources;
  }

  /** Whether a page has a scan that can be shown. Does not open it. */
  public boolean has(PrintedPage page) {
    return path(page).isPresent();
  }

  /** The scan of a page; empty if there is none that can be shown. */
  public Optional<Scan> of(PrintedPage page) {
    return path(page).flatMap(Scans::opened);
  }

  private Optional<Path> path(PrintedPage page) {
    if (!page.hasImage() || !ImageKind.isNamed(page.image())) {
      return Optional.empty();
    }
    try {
      Path real = Path.of(page.image()).toRealPath();
      boolean isInside = roots().stream().anyMatch(real::startsWith);
      return isInside && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The folders of the sources; of a file, the folder it is in. */
  private List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    for (String source : sources.get()) {
      try {
        Path real = Path.of(source).toRealPath();
        Path folder = Files.isDirectory(real) ? real : real.getParent();
        if (folder != null) {
          roots.add(folder);
        }
      } catch (IOException | InvalidPathException e) {
        // A source that is not there has no scans.
      }
    }
    return roots;
  }

  private static Optional<Scan> opened(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      Optional<ImageKind> kind = ImageKind.of(in.readNBytes(ImageKind.HEAD));
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      String version = file.size() + "-" + file.lastModifiedTime().toMillis();
      return kind.filter(k -> file.size() <= LARGEST)
          .map(k -> new Scan(path, k, file.size(), version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
