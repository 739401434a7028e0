package broadsheet.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the help and the files that they show or link to, which the build wrote beside the
 * classes. Read when first needed. Thread-safe.
 */
public final class HelpPages {

  /** The address of the first page; those of all others begin with it. */
  public static final String PATH = "/help";

  /** The list of everything: a name a line and, of a page, a tab and its title. */
  public static final String LIST = "pages.tsv";

  /** The name of the first page. */
  public static final String FIRST = "index";

  private static final String FOLDER = "/help/";

  private @Nullable Map<String, String> titles;

  /** The address of a page or file. */
  public static String address(String name) {
    return name.equals(FIRST) ? PATH : PATH + "/" + name;
  }

  /** The title of a page; empty if there is no page of this name. */
  public Optional<String> title(String name) {
    return Optional.ofNullable(titles().get(name)).filter(title -> !title.isEmpty());
  }

  /**
   * The content of a page, as HTML that is safe as it is.
   *
   * @throws IllegalArgumentException when there is no page of this name
   */
  public String html(String name) {
    if (title(name).isEmpty()) {
      throw new IllegalArgumentException("no such page: " + name);
    }
    return new String(read(name + ".html"), StandardCharsets.UTF_8);
  }

  /** A file that a page shows or links to; empty if there is none of this name. */
  public Optional<byte[]> file(String name) {
    String title = titles().get(name);
    return title == null || !title.isEmpty() ? Optional.empty() : Optional.of(read(name));
  }

  /** The sections of all pages. */
  List<HelpSection> sections() {
    List<HelpSection> sections = new ArrayList<>();
    titles().forEach((name, title) -> add(name, title, sections));
    return sections;
  }

  private void add(String name, String title, List<HelpSection> sections) {
    if (title.isEmpty()) {
      return;
    }
    String address = address(name);
    String heading = title;
    List<String> paragraphs = new ArrayList<>();
    for (Element element : Jsoup.parseBodyFragment(html(name)).select("[id], p, li, tr, pre")) {
      if (element.hasAttr("id")) {
        add(new HelpSection(address, title, heading, paragraphs), sections);
        address = address(name) + "#" + element.id();
        heading = element.text();
        paragraphs.clear();
      } else if (element.closest("nav") == null && element.select("p, li li").isEmpty()) {
        paragraphs.addAll(paragraphs(element));
      }
    }
    add(new HelpSection(address, title, heading, paragraphs), sections);
  }

  private static void add(HelpSection section, List<HelpSection> sections) {
    if (!section.paragraphs().isEmpty()) {
      sections.add(section);
    }
  }

  private static List<String> paragraphs(Element element) {
    return switch (element.normalName()) {
      case "tr" -> List.of(String.join(" · ", element.children().eachText()));
      case "pre" -> element.wholeText().lines().filter(line -> !line.isBlank()).toList();
      default -> List.of(element.text());
    };
  }

  private synchronized Map<String, String> titles() {
    Map<String, String> known = titles;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (String line : new String(read(LIST), StandardCharsets.UTF_8).split("\n", -1)) {
        String[] parts = line.split("\t", -1);
        known.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
      titles = known;
    }
    return known;
  }

  private static byte[] read(String file) {
    try (InputStream in = HelpPages.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
