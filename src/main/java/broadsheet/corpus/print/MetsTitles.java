package broadsheet.corpus.print;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Reads titles from descriptions in MODS or Dublin Core. Stateless. */
final class MetsTitles {
  private static final Pattern UNTITLED =
      Pattern.compile("(?i)untitled(?: article| ad)?|document_title_placeholder|\\W*");

  private MetsTitles() {}

  /** Whether a title is only a placeholder for a missing one. */
  static boolean isUntitled(String title) {
    return UNTITLED.matcher(title).matches();
  }

  /** The titles of the described item, without those of its parent. */
  static List<String> of(Element description) {
    return titles(description, true);
  }

  /** The same without subtitles. */
  static List<String> main(Element description) {
    return titles(description, false);
  }

  private static List<String> titles(Element description, boolean isWhole) {
    List<String> titles = new ArrayList<>();
    for (Element info : XmlTree.all(description, "titleInfo")) {
      String title = title(info, isWhole);
      if (related(info).isEmpty() && !title.isEmpty()) {
        titles.add(title);
      }
    }
    XmlTree.all(description, "dc:title").stream().map(XmlTree::line).forEach(titles::add);
    return titles;
  }

  /** The titles of what the described item is a part of, such as the newspaper of an issue. */
  static List<String> ofHost(Element description) {
    return XmlTree.all(description, "titleInfo").stream()
        .filter(info -> related(info).filter(item -> item.attr("type").equals("host")).isPresent())
        .map(info -> title(info, false))
        .filter(title -> !title.isEmpty())
        .toList();
  }

  /** The related item that a title belongs to; empty if it is that of the item itself. */
  private static Optional<Element> related(Element info) {
    return info.parents().stream().filter(p -> XmlTree.isNamed(p, "relatedItem")).findFirst();
  }

  private static String title(Element info, boolean isWhole) {
    String main = line(info, "nonSort") + " " + line(info, "title");
    String sub = isWhole ? line(info, "subTitle") : "";
    return CleanText.line(sub.isEmpty() ? main : main + " : " + sub);
  }

  private static String line(Element info, String name) {
    return XmlTree.line(XmlTree.first(info, name));
  }

  /** All titles of an article as one; empty if there are none. */
  static String joined(List<Element> descriptions) {
    return descriptions.stream()
        .flatMap(description -> of(description).stream())
        .collect(Collectors.joining(" "));
  }
}
