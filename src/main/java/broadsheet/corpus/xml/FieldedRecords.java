package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.SignOff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** XML records with the parts of an article as fields. See {@link FieldedXml}. */
public final class FieldedRecords extends XmlNews {
  /** Ritzau's names for parts, and the usual names for them. */
  private static final Map<String, String> ALIASES =
      Map.of("newsid", "id", "origin", "agency", "town", "place", "subjectkeyword", "keyword");

  private static final Pattern SLASHES = Pattern.compile("^/|/$");

  /**
   * @param record the local name of the elements that are one article each, in lower case
   */
  FieldedRecords(String record, DateReader dates) {
    super("xml", dates, record);
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.NOT_MINE;
  }

  /** Whether an element has fields for title and body, with more than one word in the body. */
  static boolean isRecord(Element element) {
    Map<Part, List<Element>> parts = FieldNames.sorted(fields(element, false));
    return parts.containsKey(Part.TITLE)
        && parts.getOrDefault(Part.BODY, List.of()).stream()
            .anyMatch(body -> CleanText.line(body.wholeText()).contains(" "));
  }

  @Override
  Article article(Element element, XmlItem item) throws NotAnArticle {
    Map<Part, List<Element>> parts = parts(element);
    List<Map.Entry<String, List<Element>>> fields = fields(element, true);
    fields.stream()
        .map(Map.Entry::getKey)
        .filter(name -> !FieldNames.isKnown(name))
        .forEach(item.records()::unused);
    String title = line(parts, Part.TITLE);
    List<String> paragraphs = SignOff.removed(paragraphs(parts));
    NotAnArticle.requireText(title, paragraphs);
    return item.article(line(parts, Part.ID), line(parts, Part.URL))
        .title(title)
        .standfirst(line(parts, Part.STANDFIRST))
        .dateline(line(parts, Part.DATELINE))
        .paragraphs(paragraphs)
        .authors(
            lines(parts, Part.AUTHOR).flatMap(a -> Byline.people(a).stream()).distinct().toList())
        .source(SLASHES.matcher(line(parts, Part.SOURCE)).replaceAll(""))
        .section(line(parts, Part.SECTION))
        .edition(line(parts, Part.EDITION))
        .captions(lines(parts, Part.CAPTION).distinct().toList())
        .corrections(lines(parts, Part.CORRECTION).distinct().toList())
        .correctionOf(Records.idOf(line(parts, Part.CORRECTION_OF)))
        .topics(
            lines(parts, Part.TOPIC).flatMap(t -> Names.wordsBetweenCommas(t).stream()).toList())
        .places(lines(parts, Part.PLACE).flatMap(p -> Names.words(p).stream()).toList())
        .people(lines(parts, Part.PERSON).flatMap(p -> Names.people(p).stream()).toList())
        .organisations(
            lines(parts, Part.ORGANISATION).flatMap(o -> Names.words(o).stream()).toList())
        .speakers(lines(parts, Part.SPEAKER).flatMap(s -> Names.words(s).stream()).toList())
        .language(LanguageTag.of(language(element, parts)))
        .publishedAt(item.date(line(parts, Part.DATE)))
        .build();
  }

  private static String language(Element element, Map<Part, List<Element>> parts) {
    return XmlTree.firstOf(line(parts, Part.LANGUAGE), XmlTree.attribute(element, "xml:lang"));
  }

  private static List<String> paragraphs(Map<Part, List<Element>> parts) {
    List<String> paragraphs = new ArrayList<>();
    for (Element body : parts.getOrDefault(Part.BODY, List.of())) {
      List<String> found =
          body.childrenSize() > 0
              ? XmlBlocks.paragraphs(body)
              : Markup.paragraphs(body.wholeText());
      found.forEach(paragraph -> paragraphs.add(Entities.resolved(paragraph)));
    }
    return CleanText.lines(paragraphs);
  }

  private static String line(Map<Part, List<Element>> parts, Part part) {
    return parts.getOrDefault(part, List.of()).stream().findFirst().map(XmlTree::line).orElse("");
  }

  /** The values of a field that may be repeated, or contain several elements. */
  private static Stream<String> lines(Map<Part, List<Element>> parts, Part part) {
    return parts.getOrDefault(part, List.of()).stream()
        .flatMap(field -> field.childrenSize() > 0 ? field.children().stream() : Stream.of(field))
        .map(XmlTree::line)
        .filter(text -> !text.isEmpty())
        .distinct();
  }

  /** The children and attributes of a record that have a value, by part. */
  public static Map<Part, List<Element>> parts(Element element) {
    return FieldNames.sorted(fields(element, true));
  }

  /** Children and attributes by name, in the form that {@link FieldNames} takes. */
  private static List<Map.Entry<String, List<Element>>> fields(
      Element element, boolean withValueOnly) {
    Map<String, List<Element>> fields = new LinkedHashMap<>();
    for (Element child : element.children()) {
      put(fields, child.tagName(), child, withValueOnly);
    }
    for (Attribute attribute : element.attributes()) {
      Element value = new Element("value").text(attribute.getValue());
      put(fields, attribute.getKey(), value, withValueOnly);
    }
    return List.copyOf(fields.entrySet());
  }

  private static void put(
      Map<String, List<Element>> fields, String tag, Element value, boolean withValueOnly) {
    String local = tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    if (!withValueOnly || !value.wholeText().isBlank()) {
      String name = ALIASES.getOrDefault(local, local);
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
  }
}
