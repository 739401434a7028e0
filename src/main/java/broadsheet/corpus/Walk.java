package broadsheet.corpus;

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
import java.util.Set;

/**
 * Goes through files and folders in the order of their names, so that every walk meets the same
 * files in the same order. Links are followed, but no folder is entered twice. Holds one folder's
 * names at a time and per level. Use once.
 */
final class Walk {

  /** Told what a walk meets. */
  interface Visitor {
    /** A regular file. */
    void file(SourceFile file);

    /** Something that is passed by. */
    void skipped(Path path, String reason);

    /** Something that cannot be looked into. */
    void failed(Path path, IOException cause);
  }

  private final Visitor visitor;
  private final Set<Path> entered = new HashSet<>();

  Walk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Visits a file, or everything below a folder, as part of a root. */
  void part(Path root, Path path) {
    String location = Files.isDirectory(root) ? inside(root, path) : name(root);
    visit(path, location);
  }

  private static String inside(Path root, Path path) {
    String relative = root.relativize(path).toString();
    return relative.replace(path.getFileSystem().getSeparator(), "/");
  }

  private void visit(Path path, String location) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        enter(path, location);
      } else if (attributes.isRegularFile()) {
        visitor.file(new SourceFile(path, location, attributes.size()));
      } else {
        visitor.skipped(path, "not a regular file");
      }
    } catch (IOException e) {
      visitor.failed(path, e);
    }
  }

  private void enter(Path folder, String location) throws IOException {
    if (!entered.add(folder.toRealPath())) {
      visitor.skipped(folder, "a link to a folder already read");
      return;
    }
    for (Path child : children(folder)) {
      if (name(child).startsWith(".")) {
        visitor.skipped(child, "hidden");
      } else {
        visit(child, location.isEmpty() ? name(child) : location + "/" + name(child));
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(Comparator.comparing(Walk::name));
    return children;
  }

  private static String name(Path path) {
    return Objects.toString(path.getFileName(), "");
  }
}
