package broadsheet.corpus;

import broadsheet.corpus.archive.PassedBy;
import broadsheet.corpus.record.SourceFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Traverses files and folders in the order of their names, so that every walk finds the same files
 * in the same order. Follows links as far as their part's {@link SourceReach} allows, but enters no
 * folder twice. Holds the names of one folder per level. Use once.
 */
final class Walk {

  /** Receives the files and folders of a walk. */
  interface Visitor {
    /** A regular file. */
    void file(SourceFile file);

    /** Something that is passed over. */
    void skipped(Path path, String reason);

    /** Something that cannot be opened. */
    void failed(Path path, IOException cause);
  }

  private static final String EXCLUDED = "excluded by --exclude or " + Exclusions.FILE_NAME;

  private final Visitor visitor;
  private final Set<Path> entered = new HashSet<>();

  /** Files of globs, each of which is a failure already. */
  private final Set<Path> unread = new HashSet<>();

  private SourceReach reach = SourceReach.within(List.of(), false);

  Walk(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Visits a file, or everything below a folder, as part of a root. If several folders on the path
   * are skipped or excluded, only the topmost is reported.
   */
  void part(Corpus.Part part) {
    reach = part.reach();
    visitPart(part.root(), part.path(), part.excluded());
  }

  private void visitPart(Path root, Path path, List<String> excluded) {
    if (Files.isDirectory(root)) {
      down(root, path, List.of(Exclusions.of(excluded, root)));
    } else {
      Path folder = Objects.requireNonNullElse(root.getParent(), root);
      boolean isOut = Exclusions.of(excluded, folder).excludes(root, false);
      meet(root, name(root), isOut ? Optional.of(EXCLUDED) : Optional.empty(), List.of());
    }
  }

  private void down(Path root, Path path, List<Exclusions> exclusions) {
    List<Exclusions> all = exclusions;
    Path met = root;
    try {
      for (Path step : root.equals(path) ? List.<Path>of() : root.relativize(path)) {
        all = and(all, exclusionsIn(met));
        met = met.resolve(step);
        Optional<String> named = reason(met, all);
        Optional<String> reason = named.isPresent() ? named : reach.refusal(met);
        if (reason.isPresent()) {
          visitor.skipped(met, reason.get());
          return;
        }
      }
    } catch (IOException e) {
      visitor.failed(met, e);
      return;
    }
    visit(path, inside(root, path), all);
  }

  private static List<Exclusions> and(List<Exclusions> exclusions, Exclusions other) {
    return Stream.concat(exclusions.stream(), Stream.of(other)).toList();
  }

  private static Optional<String> reason(Path path, List<Exclusions> exclusions) {
    Optional<String> reason = PassedBy.reason(name(path));
    boolean isFolder = Files.isDirectory(path);
    boolean isOut = exclusions.stream().anyMatch(e -> e.excludes(path, isFolder));
    return reason.isEmpty() && isOut ? Optional.of(EXCLUDED) : reason;
  }

  private void meet(
      Path path, String location, Optional<String> reason, List<Exclusions> exclusions) {
    reason.ifPresentOrElse(
        why -> visitor.skipped(path, why), () -> visit(path, location, exclusions));
  }

  private static String inside(Path root, Path path) {
    String relative = PathName.of(root.relativize(path));
    return relative.replace(path.getFileSystem().getSeparator(), "/");
  }

  private void visit(Path path, String location, List<Exclusions> exclusions) {
    try {
      Optional<String> refusal = reach.refusal(path);
      if (refusal.isPresent()) {
        visitor.skipped(path, refusal.get());
        return;
      }
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        enter(path, location, exclusions);
      } else if (attributes.isRegularFile()) {
        visitor.file(new SourceFile(path, location, attributes.size()));
      } else {
        visitor.skipped(path, "not a regular file");
      }
    } catch (IOException e) {
      visitor.failed(path, e);
    }
  }

  private void enter(Path folder, String location, List<Exclusions> exclusions) throws IOException {
    if (!entered.add(folder.toRealPath())) {
      visitor.skipped(folder, "a link to a folder already read");
      return;
    }
    List<Exclusions> all = and(exclusions, exclusionsIn(folder));
    List<Path> children = children(folder);
    children.removeAll(unread);
    for (Path child : children) {
      String below = location.isEmpty() ? name(child) : location + "/" + name(child);
      meet(child, below, reason(child, all), all);
    }
  }

  private Exclusions exclusionsIn(Path folder) {
    try {
      return Exclusions.in(folder);
    } catch (IOException e) {
      Path file = folder.resolve(Exclusions.FILE_NAME);
      visitor.failed(file, e);
      unread.add(file);
      return Exclusions.of(List.of(), folder);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(Comparator.naturalOrder());
    return children;
  }

  private static String name(Path path) {
    return PathName.of(Objects.requireNonNullElse(path.getFileName(), Path.of("")));
  }
}
