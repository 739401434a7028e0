package broadsheet.files;

import static java.util.stream.Collectors.toSet;

import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that has its name only once it is whole and on disk. Until then it is a hidden one
 * beside it, which the next attempt removes if this one is killed. Immutable.
 *
 * @param folder missing or empty
 * @param kind what it is, for messages
 * @param parts the names of all files and folders in it
 * @param archive the folders of the archive that it is made from, where it would be lost with them
 */
public record NewFolder(Path folder, String kind, Set<String> parts, List<Path> archive) {

  private static final String PARTIAL = ".partial";

  /** Fills the folder. */
  public interface Filling<T> {
    T into(Path partial) throws IOException;
  }

  /**
   * Makes the folder.
   *
   * @throws FolderException when it is not vacant, or cannot be made; nothing is left of it
   */
  public <T> T filled(Filling<T> filling) {
    Path whole = folder.toAbsolutePath().normalize();
    Path partial = partial(whole);
    try {
      requireOutside(Objects.requireNonNull(whole.getParent()));
      requireVacant();
      removeAbandoned(partial);
      OwnerOnly.createFolder(partial);
      T made = locked(partial, filling);
      Files.delete(partial.resolve(UseLock.NAME)); // some systems do not rename with an open file
      Durable.rename(partial, whole);
      return made;
    } catch (IOException e) {
      throw new FolderException(
          "The %s in %s could not be made (%s). Check disk space and permissions, then try again."
              .formatted(kind, PathName.of(folder), WholeFile.reason(e)),
          e);
    }
  }

  /** The name of a folder until it is whole, or while it is deleted. */
  public static Path partial(Path whole) {
    return PathName.sibling(whole, ".", PARTIAL);
  }

  private <T> T locked(Path partial, Filling<T> filling) throws IOException {
    try (UseLock _ = UseLock.exclusive(partial).orElseThrow(this::isBeingMade)) {
      try {
        T made = filling.into(partial);
        Durable.sync(partial);
        return made;
      } catch (IOException | RuntimeException e) {
        Durable.delete(partial);
        throw e;
      }
    }
  }

  private void requireOutside(Path parent) throws IOException {
    Path real = Files.exists(parent) ? parent.toRealPath() : parent;
    for (Path each : archive) {
      if (real.startsWith(Files.exists(each) ? each.toRealPath() : each)) {
        throw new FolderException(
            "%s is within the archive that the %s is made from: name a folder elsewhere."
                .formatted(PathName.of(folder), kind),
            null);
      }
    }
  }

  /** Deletes the folder if it is empty. */
  private void requireVacant() {
    if (Files.notExists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new FolderException(
          "%s is a file: name a folder for the %s.".formatted(PathName.of(folder), kind), null);
    }
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      throw new FolderException(
          "%s is not empty: give each %s a folder of its own.".formatted(PathName.of(folder), kind),
          e);
    } catch (IOException e) {
      throw new FolderException(
          "%s cannot be replaced (%s). Name a new folder inside it."
              .formatted(PathName.of(folder), WholeFile.reason(e)),
          e);
    }
  }

  /** Deletes the remains of one that was killed. */
  public void removeAbandoned(Path partial) throws IOException {
    if (!isPartial(partial)) {
      return;
    }
    try (UseLock lock = UseLock.exclusive(partial).orElse(null)) {
      if (lock != null) {
        Durable.delete(partial);
      }
    }
  }

  /** Whether a folder is what is left of one: it has its name, and no file of others. */
  public boolean isPartial(Path left) throws IOException {
    String name = String.valueOf(left.getFileName());
    if (!name.startsWith(".") || !name.endsWith(PARTIAL) || !Files.isDirectory(left)) {
      return false;
    }
    try (Stream<Path> files = Files.list(left)) {
      Set<String> names = files.map(file -> file.getFileName().toString()).collect(toSet());
      boolean isBegun = !names.isEmpty(); // an empty one may just be begun
      names.remove(UseLock.NAME);
      return isBegun && parts.containsAll(names);
    }
  }

  private FolderException isBeingMade() {
    return new FolderException(
        "Another process is making the %s in %s: give this one another folder."
            .formatted(kind, PathName.of(folder)),
        null);
  }
}
