package broadsheet.corpus.xml;

import broadsheet.corpus.text.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The subjects of a NewsML-G2 news item. A concept is called by its name, given here or where the
 * item explains its code; otherwise by its code without the scheme.
 */
final class G2Subjects {
  private static final Pattern SECTION =
      Pattern.compile("(?i)(?:\\w*:)?\\w*(?:department|categor(?:y|ies))");
  private static final Pattern CATEGORY_CODE =
      Pattern.compile("(?i)\\w*(?:department|cat|categories):.*");
  private static final Pattern SAYS_NOTHING = Pattern.compile("\\w|\\d{1,7}");
  private static final Set<String> PLACES = Set.of("cpnat:geoArea", "cpnat:poi");

  private final Element content;
  private final Map<String, String> explained = new HashMap<>();

  G2Subjects(Element item) {
    this.content = XmlTree.at(item, "contentMeta");
    XmlTree.children(item, "assert")
        .forEach(concept -> explained.putIfAbsent(lastPart(concept), name(concept)));
  }

  /** The category or department that has a name; otherwise empty. */
  String section() {
    return subjects().filter(G2Subjects::isSection).map(G2Subjects::name).findFirst().orElse("");
  }

  /**
   * @param title some agencies repeat it among the subjects
   */
  List<String> topics(String title) {
    Stream<String> subjects =
        subjects()
            .filter(s -> !isPlace(s) && !isPerson(s) && !isOrganisation(s) && !isSection(s))
            .flatMap(this::concepts);
    Stream<String> keywords = XmlTree.children(content, "keyword").map(XmlTree::line);
    return Names.distinct(Stream.concat(subjects, keywords).filter(topic -> !topic.equals(title)));
  }

  /** The places where it happened and where it was written. */
  List<String> places() {
    Stream<String> located =
        XmlTree.children(content, "located")
            .flatMap(
                place ->
                    Stream.concat(
                        Stream.of(labelled(place)),
                        XmlTree.children(place, "broader").map(G2Subjects::name)));
    return Names.distinct(
        Stream.concat(subjects().filter(G2Subjects::isPlace).map(this::labelled), located));
  }

  List<String> people() {
    return Names.distinct(subjects().filter(G2Subjects::isPerson).map(this::labelled));
  }

  List<String> organisations() {
    return Names.distinct(subjects().filter(G2Subjects::isOrganisation).map(this::labelled));
  }

  private Stream<Element> subjects() {
    return XmlTree.children(content, "subject");
  }

  /** A subject, or the main subject and its facets. */
  private Stream<String> concepts(Element subject) {
    List<Element> parts = XmlTree.all(subject, "mainConcept", "facetConcept");
    return parts.isEmpty() ? Stream.of(labelled(subject)) : parts.stream().map(this::labelled);
  }

  /**
   * A code that is a letter or a short number means nothing without its list, and is not a name.
   */
  private String labelled(Element concept) {
    String code = lastPart(concept);
    String named = XmlTree.firstOf(name(concept), explained.getOrDefault(code, ""));
    String literal = XmlTree.attribute(concept, "literal");
    return XmlTree.firstOf(
        named, code.isEmpty() ? literal : SAYS_NOTHING.matcher(code).matches() ? "" : code);
  }

  /** The part after the last colon of a code; schemes may have aliases of their own. */
  private static String lastPart(Element concept) {
    String code = XmlTree.attribute(concept, "qcode");
    return code.substring(code.lastIndexOf(':') + 1);
  }

  /** The display name, if several are marked by purpose; otherwise the first. */
  private static String name(Element concept) {
    List<Element> names = XmlTree.children(concept, "name").toList();
    return names.stream()
        .filter(n -> n.attr("role").endsWith("display"))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(XmlTree::line)
        .orElse("");
  }

  private static boolean isPlace(Element subject) {
    return PLACES.contains(subject.attr("type"));
  }

  private static boolean isPerson(Element subject) {
    return subject.attr("type").equals("cpnat:person");
  }

  private static boolean isOrganisation(Element subject) {
    return subject.attr("type").equals("cpnat:organisation");
  }

  private static boolean isSection(Element subject) {
    return !name(subject).isEmpty()
        && (SECTION.matcher(subject.attr("type")).matches()
            || CATEGORY_CODE.matcher(subject.attr("qcode")).matches());
  }
}
