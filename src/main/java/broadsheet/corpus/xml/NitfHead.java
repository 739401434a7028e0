package broadsheet.corpus.xml;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reads facts about the article from the head of an NITF document. Anything not stated is empty.
 */
final class NitfHead {
  private static final Set<String> TOPIC_CLASSES =
      Set.of("descriptor", "general_descriptor", "types_of_material");

  /** The length of a day at the beginning of a time: {@code 20240501}. */
  private static final int DAY_LENGTH = 8;

  /** A day of publication, written as a time. */
  private static final Pattern MIDNIGHT = Pattern.compile("(\\d{8})T0{4,6}(?:Z|[+-]\\d{4})?");

  private final Element nitf;
  private final Element head;
  private final Element docdata;
  private final Element pubdata;

  NitfHead(Element nitf) {
    this.nitf = nitf;
    this.head = XmlTree.at(nitf, "head");
    this.docdata = XmlTree.at(head, "docdata");
    this.pubdata = XmlTree.at(head, "pubdata");
  }

  String id() {
    return XmlTree.attribute(XmlTree.at(docdata, "doc-id"), "id-string");
  }

  String url() {
    String reference = XmlTree.attribute(pubdata, "ex-ref");
    return reference.contains("://") ? reference : "";
  }

  /**
   * {@code usable}, {@code embargoed}, {@code withheld}, {@code canceled}; or a message to kill.
   */
  String status() {
    String message = XmlTree.attribute(XmlTree.at(docdata, "ed-msg"), "msg-type");
    return message.equalsIgnoreCase("kill")
        ? "killed"
        : XmlTree.attribute(docdata, "management-status");
  }

  /**
   * The document's own name, and that of the story through all its documents.
   *
   * @param distributor may be empty
   */
  List<ItemName> names(String distributor) {
    String provider = provider(distributor);
    Element story = XmlTree.at(docdata, "du-key");
    String key = XmlTree.attribute(story, "key");
    String part = XmlTree.attribute(story, "part");
    String version =
        version(XmlTree.attribute(story, "generation"), XmlTree.attribute(story, "version"));
    return Stream.of(id(), key.isEmpty() ? "" : dayKey(key, part))
        .filter(name -> !name.isEmpty())
        .map(name -> new ItemName(name, version, provider, url()))
        .toList();
  }

  /** The status of another document, stated for it or for both; empty if there is no other. */
  String otherStatus() {
    String stated = XmlTree.attribute(docdata, "management-idref-status");
    String other = XmlTree.attribute(docdata, "management-doc-idref");
    return stated.isEmpty() && !other.isEmpty() ? status() : stated;
  }

  /** The other document; see {@link #names}. */
  ItemName other(String distributor) {
    String id = XmlTree.attribute(docdata, "management-doc-idref");
    return new ItemName(id, "", provider(distributor), url());
  }

  private String provider(String distributor) {
    String registered = XmlTree.attribute(XmlTree.at(docdata, "doc-id"), "regsrc");
    return XmlTree.firstOf(registered, paper(), distributor, owner());
  }

  /** A key may be used again on another day, for another story; without its day it says nothing. */
  private String dayKey(String key, String part) {
    String issued = norm("date.issue");
    return issued.length() < DAY_LENGTH
        ? ""
        : String.join("\t", "du-key", issued.substring(0, DAY_LENGTH), key, part);
  }

  /** A generation that is not stated is the first. */
  private static String version(String generation, String version) {
    boolean isStated = !generation.isEmpty() || !version.isEmpty();
    return isStated ? joined(generation.isEmpty() ? "1" : generation, version) : "";
  }

  private static String joined(String... parts) {
    return String.join(".", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
  }

  String title() {
    return XmlTree.lineAt(head, "title");
  }

  String paper() {
    return XmlTree.attribute(pubdata, "name");
  }

  /** The owner, if neither paper nor distributor is named. */
  String owner() {
    return XmlTree.firstOf(
        XmlTree.attribute(XmlTree.at(docdata, "doc.copyright"), "holder"),
        XmlTree.line(XmlTree.first(nitf, "rights.owner")),
        XmlTree.attribute(XmlTree.at(docdata, "doc-id"), "regsrc"),
        XmlTree.attributes(docdata, "from-src", "src-name").findFirst().orElse(""));
  }

  /** The notes on the corrections that the document makes. */
  List<String> corrections() {
    return XmlTree.attributes(docdata, "correction", "info").distinct().toList();
  }

  /** The id of the document that it corrects; empty if it states none. */
  String correctionOf() {
    return XmlTree.attributes(docdata, "correction", "id-string").findFirst().orElse("");
  }

  String edition() {
    return XmlTree.firstOf(
        XmlTree.attribute(pubdata, "edition.name"), XmlTree.attribute(pubdata, "edition.area"));
  }

  /** The section of the web site, or else the desk. */
  String section() {
    List<String> online = Names.words(meta("online_sections"));
    return online.isEmpty()
        ? XmlTree.firstOf(XmlTree.attribute(pubdata, "position.section"), meta("dsk"))
        : online.getFirst();
  }

  List<String> topics() {
    List<String> topics = new ArrayList<>();
    XmlTree.all(head, "tobject.subject").forEach(subject -> topics.addAll(subjectNames(subject)));
    XmlTree.all(head, "classifier").stream()
        .filter(c -> TOPIC_CLASSES.contains(c.attr("type").toLowerCase(Locale.ROOT)))
        .forEach(c -> topics.add(XmlTree.line(c)));
    XmlTree.attributes(docdata, "keyword", "key").forEach(topics::add);
    XmlTree.attributes(docdata, "doc-scope", "scope").forEach(topics::add);
    XmlTree.attributes(docdata, "series", "series.name").forEach(topics::add);
    return Names.distinct(topics.stream());
  }

  List<String> places() {
    Stream<String> events =
        Stream.of("city", "state-prov", "county-dist")
            .flatMap(part -> XmlTree.attributes(docdata, "evloc", part))
            .filter(place -> place.length() > 2);
    return Names.distinct(Stream.concat(XmlTree.lines(identified(), "location"), events));
  }

  List<String> people() {
    return Names.distinct(XmlTree.lines(identified(), "person"));
  }

  List<String> organisations() {
    return Names.distinct(XmlTree.lines(identified(), "org"));
  }

  String language() {
    String stated = XmlTree.attribute(nitf, "xml:lang");
    return LanguageTag.of(stated.isEmpty() ? XmlTree.attribute(nitf, "baselang") : stated);
  }

  /** Its dates, most reliable first. */
  String[] dates(String storyDate) {
    boolean isEmbargoed = status().equalsIgnoreCase("embargoed");
    String release = norm("date.release");
    String published = XmlTree.attribute(pubdata, "date.publication");
    return new String[] {
      MIDNIGHT.matcher(published).replaceFirst("$1"),
      isEmbargoed ? release : "",
      norm("date.issue"),
      release,
      storyDate,
      printed()
    };
  }

  /** The day in the metadata of the New York Times. */
  private String printed() {
    String[] parts = {
      meta("publication_year"), meta("publication_month"), meta("publication_day_of_month")
    };
    return String.join("-", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
  }

  private String norm(String name) {
    return XmlTree.attribute(XmlTree.at(docdata, name), "norm");
  }

  private String meta(String name) {
    return XmlTree.children(head, "meta")
        .filter(meta -> meta.attr("name").equalsIgnoreCase(name))
        .map(meta -> XmlTree.attribute(meta, "content"))
        .findFirst()
        .orElse("");
  }

  private Element identified() {
    return XmlTree.first(head, "identified-content");
  }

  /** From general to specific; its number if it has no names. */
  private static List<String> subjectNames(Element subject) {
    List<String> names =
        Stream.of("type", "matter", "detail")
            .map(level -> XmlTree.attribute(subject, "tobject.subject." + level))
            .filter(name -> !name.isEmpty())
            .toList();
    return names.isEmpty() ? List.of(XmlTree.attribute(subject, "tobject.subject.refnum")) : names;
  }
}
