package broadsheet.help.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.help.HelpPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the help of {@code docs}: a page of HTML for each Markdown file that {@code docs/README.md}
 * leads to, the files these show or link to, and a list of all. Fails when a link or an anchor of
 * any Markdown file leads nowhere, and when nothing leads to a file of {@code docs}. The same
 * sources make the same bytes. A step of the build, which calls {@link #main}.
 */
public final class HelpBuild {
  private static final Path DOCS = Path.of("docs");
  private static final Path START = DOCS.resolve("README.md");
  private static final String PAGE = ".md";

  private final Path root;
  private final Map<Path, MarkdownPage> pages = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private HelpBuild(Path root) {
    this.root = root;
  }

  /** Takes the folder of the sources and that of the classes. */
  public static void main(String[] args) throws IOException {
    new HelpBuild(Path.of(args[0])).write(Path.of(args[1], "help"));
  }

  private void write(Path target) throws IOException {
    readPages();
    HelpLinks links = new HelpLinks(root, pages);
    Map<Path, List<Path>> linked = new TreeMap<>();
    pages.forEach((file, page) -> linked.put(file, page.link(links, wrong)));
    Set<Path> reached = reachedFrom(START, linked);
    pages.keySet().stream()
        .filter(file -> file.startsWith(DOCS) && !reached.contains(file))
        .forEach(file -> wrong.add("no page links to " + file));
    if (!wrong.isEmpty()) {
      throw new IOException("The documentation is wrong:\n" + String.join("\n", wrong));
    }
    write(reached, target);
  }

  private void readPages() throws IOException {
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve(DOCS))) {
      for (Path file : Stream.concat(top, docs).filter(HelpBuild::isPage).toList()) {
        Path name = root.relativize(file);
        pages.put(name, MarkdownPage.read(name, Files.readString(file), wrong));
      }
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(PAGE);
  }

  private static Set<Path> reachedFrom(Path start, Map<Path, List<Path>> linked) {
    TreeSet<Path> reached = new TreeSet<>(List.of(start));
    Deque<Path> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      for (Path next : linked.getOrDefault(waiting.pop(), List.of())) {
        if (reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return reached;
  }

  private void write(Set<Path> reached, Path target) throws IOException {
    TreeMap<String, String> names = new TreeMap<>();
    for (Path file : reached) {
      MarkdownPage page = pages.get(file);
      String name = HelpLinks.name(file);
      names.put(name, page == null ? "" : page.title());
      byte[] bytes =
          page == null ? Files.readAllBytes(root.resolve(file)) : page.html().getBytes(UTF_8);
      replace(target.resolve(page == null ? name : name + ".html"), bytes);
    }
    String list =
        names.entrySet().stream()
            .map(name -> name.getKey() + "\t" + name.getValue())
            .collect(Collectors.joining("\n"));
    replace(target.resolve(HelpPages.LIST), list.getBytes(UTF_8));
  }

  /** Leaves a file that is the same untouched, so that nothing is packed again for it. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
    }
  }
}
