package broadsheet.corpus;

import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.pack.NamedFile;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.record.SourceFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files around a file on disk, if they are below the folder that is being read. */
final class DiskSiblings implements Siblings {
  /** The extensions of packed files that other files name without the extension. */
  private static final List<String> PACKED = List.of("", ".gz", ".bz2", ".xz", ".zst");

  private final SourceFile file;
  private final Path root;
  private final DecompressionBudget inflation;
  private final ReadDependencies companions;

  /**
   * @param inflation the budget of the file
   */
  DiskSiblings(SourceFile file, Issues issues, DecompressionBudget inflation) {
    this.file = file;
    this.inflation = inflation;
    this.root = root(file);
    this.companions = new ReadDependencies(root, issues);
  }

  /** The neighbouring files that reading has asked for. */
  ReadDependencies companions() {
    return companions;
  }

  /** The folder that locations are relative to; the file's own folder if only the file is read. */
  static Path root(SourceFile file) {
    Path folder = folder(file.path());
    for (int i = 0; i < file.location().length(); i++) {
      Path above = folder.getParent();
      if (file.location().charAt(i) == '/' && above != null) {
        folder = above;
      }
    }
    return folder;
  }

  private static Path folder(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }

  @Override
  public Optional<byte[]> read(String address) throws IOException {
    Optional<Path> path = all(folder(file.path()), address, root).stream().findFirst();
    companions.asked(path.orElseGet(() -> missing(address)));
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new NamedFile(path.get(), file, inflation).whole());
  }

  @Override
  public Optional<InputStream> open(String address) throws IOException {
    Optional<Path> path = onDisk(address);
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new NamedFile(path.get(), file, inflation).open());
  }

  @Override
  public Optional<String> textOfPicture() {
    return companions
        .text(file.path().toAbsolutePath().normalize())
        .map(Path::getFileName)
        .map(PathName::of);
  }

  @Override
  public Optional<String> transcript() {
    return companions
        .transcript(file.path().toAbsolutePath().normalize())
        .map(Path::getFileName)
        .map(PathName::of);
  }

  /** The path where a missing file would be; the root if that path is outside of it. */
  private Path missing(String address) {
    try {
      Path path = folder(file.path()).resolve(PathName.toPath(address)).normalize();
      return path.startsWith(root) ? path : root;
    } catch (InvalidPathException e) {
      return root;
    }
  }

  @Override
  public Optional<Path> onDisk(String address) {
    return at(folder(file.path()), address, root);
  }

  /** The files at an address relative to a folder, as they are or packed, below the root. */
  static List<Path> all(Path folder, String address, Path root) {
    List<Path> found = new ArrayList<>();
    for (String packed : PACKED) {
      at(folder, address + packed, root).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Path> at(Path folder, String name, Path root) {
    try {
      Path path = folder.resolve(PathName.toPath(name)).normalize();
      boolean isInside =
          path.startsWith(root)
              && Files.isRegularFile(path)
              && path.toRealPath().startsWith(root.toRealPath());
      return isInside ? Optional.of(path) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> ownerOf(String address) {
    Optional<Path> path =
        address.isEmpty()
            ? Optional.of(file.path().toAbsolutePath().normalize())
            : all(folder(file.path()), address, root).stream().findFirst();
    return path.flatMap(companions::owner).map(Path::getFileName).map(PathName::of);
  }
}
