package broadsheet.help.build;

import broadsheet.help.HelpPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The targets of links in Markdown files, and their addresses in the help.
 *
 * @param root the folder of the sources
 * @param pages the Markdown files, by their paths from there
 */
record HelpLinks(Path root, Map<Path, MarkdownPage> pages) {
  private static final Path DOCS = Path.of("docs");

  /** Files outside of {@code docs} that a release has. */
  private static final Set<Path> RELEASED = Set.of(Path.of("LICENSE"), Path.of("Dockerfile"));

  /**
   * A link within the documentation.
   *
   * @param file the file it leads to, from the root
   * @param address the same in the help, with the anchor
   * @param fault the reason why it leads nowhere; null if it leads somewhere
   */
  record Target(Path file, String address, @Nullable String fault) {}

  /** The target of a link; empty for an address of another site. */
  Optional<Target> target(Path from, String destination) {
    if (destination.matches("[a-z]+:.*")) {
      return Optional.empty();
    }
    int mark = destination.indexOf('#');
    String path = mark < 0 ? destination : destination.substring(0, mark);
    String anchor = mark < 0 ? "" : destination.substring(mark + 1);
    Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    String address = HelpPages.address(name(file)) + (mark < 0 ? "" : "#" + anchor);
    return Optional.of(new Target(file, address, fault(file, anchor)));
  }

  private @Nullable String fault(Path file, String anchor) {
    MarkdownPage page = pages.get(file);
    if (page != null) {
      return anchor.isEmpty() || page.hasAnchor(anchor) ? null : "no such heading";
    }
    if (!file.startsWith(DOCS) && !RELEASED.contains(file)) {
      return "in no release";
    }
    return Files.isRegularFile(root.resolve(file)) ? null : "no such file";
  }

  /**
   * The name of a file in the help: {@code deploy}, {@code decisions} for the README of a folder,
   * {@code changelog}, {@code images/peers.svg}.
   */
  static String name(Path file) {
    String path = file.toString().replace('\\', '/').replaceFirst("^docs/", "");
    if (path.equals("README.md") && file.startsWith(DOCS)) {
      return HelpPages.FIRST;
    }
    return path.endsWith(".md")
        ? path.replaceFirst("(/README)?\\.md$", "").toLowerCase(Locale.ROOT)
        : path;
  }
}
