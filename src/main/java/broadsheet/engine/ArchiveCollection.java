package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of an archive with a name and a source of its own, in an index of its own: the first in
 * the folder of the archive, each other one in a folder of its name, in the folder {@code
 * INDEX.collections} beside it. Immutable.
 *
 * @param name small letters of ASCII, digits and hyphens; at most 64 characters, and no hyphen
 *     first
 */
public record ArchiveCollection(String name) implements Comparable<ArchiveCollection> {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String FOLDER = ".collections";

  /** Stands between the name of a collection and the id that an article has in its source. */
  private static final String SEPARATOR = "~~";

  /** The first collection of each archive. */
  public static final ArchiveCollection FIRST = new ArchiveCollection("archive");

  /**
   * @throws IllegalArgumentException when the name is none
   */
  public ArchiveCollection {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a collection: " + name);
    }
  }

  /** The collection of a name; empty if the text is none. */
  public static Optional<ArchiveCollection> named(String name) {
    return NAME.matcher(name).matches()
        ? Optional.of(new ArchiveCollection(name))
        : Optional.empty();
  }

  /**
   * The collection in the folder of an index.
   *
   * @param index the folder of this one collection
   */
  public static ArchiveCollection of(Path index) {
    Path folder = index.toAbsolutePath().normalize();
    Path above = folder.getParent();
    return above != null
            && above.getFileName() != null
            && above.getFileName().toString().endsWith(FOLDER)
        ? named(String.valueOf(folder.getFileName())).orElse(FIRST)
        : FIRST;
  }

  /**
   * The collections that have a folder beside an archive, in the order of their names; whether
   * there is an index in it is not looked at. The first is none of them.
   *
   * @param archive the folder of the first collection
   */
  public static List<ArchiveCollection> beside(Path archive) {
    Path folder = folder(archive);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .map(each -> named(String.valueOf(each.getFileName())))
          .flatMap(Optional::stream)
          .filter(each -> !each.isFirst())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path archive) {
    return PathName.sibling(archive.toAbsolutePath().normalize(), "", FOLDER);
  }

  /** The collection whose {@link #id} an id is. */
  public static ArchiveCollection ofId(String id) {
    int end = id.indexOf(SEPARATOR);
    return end < 0 ? FIRST : named(id.substring(0, end)).orElse(FIRST);
  }

  /** The collection of a {@link #tag}. */
  public static ArchiveCollection tagged(String tag) {
    return tag.isEmpty() ? FIRST : new ArchiveCollection(tag);
  }

  /** Its name in its articles and in corrections of their names; empty for the first. */
  public String tag() {
    return isFirst() ? "" : name;
  }

  /** Whether it is the {@link #FIRST}. */
  public boolean isFirst() {
    return equals(FIRST);
  }

  /**
   * The folder of its index.
   *
   * @param archive the folder of the first collection
   */
  public Path in(Path archive) {
    return isFirst() ? archive : folder(archive).resolve(name);
  }

  /**
   * The folder of the archive that a collection belongs to.
   *
   * @param index the folder of this one collection
   */
  public static Path archiveOf(Path index) {
    Path above = index.toAbsolutePath().normalize().getParent();
    if (above == null || of(index).isFirst()) {
      return index;
    }
    String folder = PathName.of(above);
    return PathName.toPath(folder.substring(0, folder.length() - FOLDER.length()));
  }

  /**
   * An article just read as one of the collection. Its id has the name of any collection but the
   * first in front, whatever ids the others have.
   */
  public Article own(Article article) {
    return isFirst()
        ? article
        : article.toBuilder()
            .id(id(article.id()), article.idOrigin())
            .correctionOf(article.correctionOf().isEmpty() ? "" : id(article.correctionOf()))
            .collection(name)
            .build();
  }

  /** The id of an article of the collection that has this id in its source. */
  public String id(String own) {
    return isFirst() ? own : name + SEPARATOR + own;
  }

  /** A number that few collections share; 0 for the first. */
  public int seed() {
    return isFirst() ? 0 : name.hashCode();
  }

  /** The first, then by name. */
  @Override
  public int compareTo(ArchiveCollection other) {
    return isFirst() == other.isFirst() ? name.compareTo(other.name) : isFirst() ? -1 : 1;
  }

  @Override
  public String toString() {
    return name;
  }
}
