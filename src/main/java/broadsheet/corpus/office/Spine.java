package broadsheet.corpus.office;

import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.text.CleanText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The content of an EPUB's package document: the chapters in reading order, and facts about the
 * book. Immutable.
 *
 * @param chapters the names of the chapters' parts
 */
record Spine(
    List<String> chapters, String title, List<String> authors, String date, String language) {
  private static final int MOST_CHAPTERS = 20_000;

  /** The part that lists the chapters. */
  static Optional<String> packageFile(Parts parts) {
    Element container = xml(parts, "META-INF/container.xml");
    Element root = container.selectFirst("*|rootfile[full-path]");
    String named = root == null ? "" : root.attr("full-path");
    return parts.has(named)
        ? Optional.of(named)
        : parts.contents().keySet().stream().filter(name -> name.endsWith(".opf")).findFirst();
  }

  static Spine of(Parts parts) {
    String file = packageFile(parts).orElse("");
    Element book = xml(parts, file);
    Map<String, Element> items = new HashMap<>();
    book.select("*|manifest > *|item").forEach(item -> items.put(item.attr("id"), item));
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    List<String> chapters =
        book.select("*|spine > *|itemref").stream()
            .map(ref -> items.get(ref.attr("idref")))
            .filter(item -> item != null && !item.attr("properties").contains("nav"))
            .map(item -> Relationships.resolved(folder, unescaped(item.attr("href"))))
            .distinct()
            .limit(MOST_CHAPTERS)
            .toList();
    return new Spine(
        chapters,
        text(book, "title"),
        book.select("*|metadata > *|creator").eachText(),
        text(book, "date"),
        text(book, "language"));
  }

  private static Element xml(Parts parts, String name) {
    String text = parts.part(name).map(bytes -> StatedEncoding.text(bytes, "")).orElse("");
    return Jsoup.parse(text, "", Parser.xmlParser());
  }

  private static String text(Element book, String name) {
    Element first = book.selectFirst("*|metadata > *|" + name);
    return first == null ? "" : CleanText.line(first.text());
  }

  private static String unescaped(String href) {
    int fragment = href.indexOf('#');
    String path = fragment < 0 ? href : href.substring(0, fragment);
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
