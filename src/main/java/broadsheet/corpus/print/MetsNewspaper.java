package broadsheet.corpus.print;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the name of the newspaper in the METS of an issue: in its description, in that of the
 * newspaper it belongs to, in the label of the newspaper's division, or in that of the whole file,
 * as the National Digital Newspaper Program writes it. Stateless.
 */
final class MetsNewspaper {
  /** The title of an issue, not of its newspaper. */
  private static final Pattern ISSUE = Pattern.compile("\\d{4}-.*");

  /** The day of an issue at the end of a label, with its number on that day. */
  private static final Pattern DAY =
      Pattern.compile("[,;:]?\\s*\\(?\\d{4}-\\d{2}-\\d{2}(?:_\\d+)?\\)?$");

  /** A label that names the kind of a division, or a title that is missing. */
  private static final Pattern NO_NAME =
      Pattern.compile("(?i)newspaper|issue|volume|periodical|[\\P{L}]*");

  private MetsNewspaper() {}

  /**
   * The name; empty if the file states none.
   *
   * @param wholes the divisions that are the whole issue or newspaper
   * @param described their descriptions
   */
  static String of(Element root, List<Element> wholes, List<Element> described) {
    String name = firstName(described.stream().flatMap(d -> MetsTitles.main(d).stream()));
    if (!name.isEmpty()) {
      return withArticle(name, wholes);
    }
    Stream<String> hosts = described.stream().flatMap(d -> MetsTitles.ofHost(d).stream());
    Stream<String> labels =
        wholes.stream().filter(MetsNewspaper::isNewspaper).map(MetsNewspaper::label);
    String ofFile = DAY.matcher(label(root)).replaceFirst("");
    return firstName(Stream.of(hosts, labels, Stream.of(ofFile)).flatMap(titles -> titles));
  }

  private static boolean isNewspaper(Element division) {
    String type = MetsFile.type(division);
    return type.equals("newspaper") || type.equals("periodical");
  }

  private static String label(Element element) {
    return CleanText.line(XmlTree.attribute(element, "LABEL"));
  }

  private static String firstName(Stream<String> titles) {
    return titles
        .filter(title -> !MetsTitles.isUntitled(title))
        .filter(title -> !ISSUE.matcher(title).matches() && !NO_NAME.matcher(title).matches())
        .map(title -> title.endsWith(".") ? title.substring(0, title.length() - 1) : title)
        .findFirst()
        .orElse("");
  }

  /** The name with its article, if a division states it with that. */
  private static String withArticle(String name, List<Element> wholes) {
    Optional<String> longer =
        wholes.stream()
            .map(MetsNewspaper::label)
            .filter(label -> label.endsWith(" " + name))
            .findFirst();
    return longer.orElse(name);
  }
}
