package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Base64Text;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.HtmlBody;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.RepeatedTitle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maps a JSON object to an article. */
public final class JsonArticle {
  /** NewsAPI's note of the number of characters it cut off. */
  private static final Pattern CUT_OFF = Pattern.compile(" ?\\[\\+\\d+ chars\\]$");

  private static final String CUT_OFF_END = " chars]";

  /** Markup that was escaped as a whole, or wrapped as in XML. */
  private static final Pattern ESCAPED =
      Pattern.compile("\\s*(?:&lt;|&#60;|&amp;lt;|<!\\[CDATA\\[)");

  /** Paths without a host, path patterns, and names that are not addresses. */
  private static final Pattern NO_ADDRESS = Pattern.compile("/(?!/).*|.*/:\\w.*|(?i:urn|tag):.*");

  private final ObjectNode object;
  private final ObjectNode flat;
  private final Map<Part, JsonNode> parts;
  private final Records records;
  private final long number;

  public JsonArticle(ObjectNode object, Records records, long number) {
    this.object = object;
    this.flat = JsonDialects.flat(object);
    this.parts = FieldNames.sorted(JsonDialects.present(flat));
    this.records = records;
    this.number = number;
  }

  public Article article(DateReader dates) throws NotAnArticle {
    PublishingStatus.requireNotWithdrawn(object, names());
    PublishingStatus.requireNotWithdrawn(flat, names());
    if (Ninjs.isWithoutText(object)) {
      throw NotAnArticle.skipped("a picture or similar item, without text");
    }
    if (JsonLdArticle.isNoArticle(object)) {
      throw NotAnArticle.skipped("not an article, by its @type");
    }
    WordPress.requirePost(object);
    requirePublished(dates);
    noteUnusedFields();
    HtmlBody body = body();
    Article article =
        builder(dates)
            .paragraphs(RepeatedTitle.removed(prose(Part.TITLE), body.paragraphs()))
            .captions(
                Stream.of(sentences(Part.CAPTION), body.captions())
                    .flatMap(List::stream)
                    .distinct()
                    .toList())
            .build();
    NotAnArticle.requireText(article.title(), article.paragraphs());
    return article;
  }

  /**
   * Requires that the record is published.
   *
   * @throws NotAnArticle if the record says that it is not published
   */
  public void requirePublished(DateReader dates) throws NotAnArticle {
    PublishingStatus.requirePublished(object, dates, names());
    PublishingStatus.requirePublished(flat, dates, names());
  }

  private List<ItemName> names() {
    String version = flat.path("version").asText("");
    return Ninjs.names(flat)
        .map(name -> new ItemName(name, version, name(Part.SOURCE), url()))
        .toList();
  }

  private void noteUnusedFields() {
    JsonDialects.present(flat).stream()
        .filter(field -> field.getValue().isTextual())
        .map(Map.Entry::getKey)
        .filter(name -> !FieldNames.isKnown(name) && JsonNames.mayBeAPart(name))
        .forEach(records::unused);
  }

  /** The article with all its parts except the paragraphs. */
  public ArticleBuilder builder(DateReader dates) {
    String url = url();
    return records
        .article(number, word(Part.ID), url)
        .items(records.items(names()))
        .title(prose(Part.TITLE))
        .standfirst(prose(Part.STANDFIRST))
        .dateline(prose(Part.DATELINE))
        .authors(authors())
        .source(name(Part.SOURCE))
        .section(name(Part.SECTION))
        .edition(name(Part.EDITION))
        .captions(sentences(Part.CAPTION))
        .corrections(sentences(Part.CORRECTION))
        .correctionOf(Records.idOf(word(Part.CORRECTION_OF)))
        .topics(words(Part.TOPIC, true))
        .places(words(Part.PLACE, false))
        .people(people())
        .organisations(words(Part.ORGANISATION, false))
        .speakers(words(Part.SPEAKER, false))
        .language(language())
        .publishedAt(date(dates));
  }

  /** The elements of an array are lines of one text, or pieces of HTML. */
  private HtmlBody body() {
    String text = Base64Text.plain(text(Part.BODY));
    JsonNode value = parts.get(Part.BODY);
    if (value != null && value.isArray() && text.indexOf('<') >= 0) {
      return HtmlBody.of(value.valueStream().map(JsonValues::text).toList());
    }
    boolean isCutOff = text.endsWith(CUT_OFF_END);
    String whole = isCutOff ? CUT_OFF.matcher(text).replaceFirst("") : text;
    boolean isEscaped = ESCAPED.matcher(whole).lookingAt();
    return HtmlBody.of(List.of(isEscaped ? Markup.unescaped(whole) : whole));
  }

  /** An address that can be opened; the record's own id counts if it is one. */
  private String url() {
    String url = word(Part.URL);
    String id = word(Part.ID);
    boolean isAddress = !url.isEmpty() && !NO_ADDRESS.matcher(url).matches();
    return isAddress ? url : id.startsWith("http://") || id.startsWith("https://") ? id : "";
  }

  private String language() {
    JsonNode value = parts.get(Part.LANGUAGE);
    return value == null || !value.isArray()
        ? LanguageTag.of(word(Part.LANGUAGE))
        : LanguageTag.only(JsonValues.words(value));
  }

  private PublicationDate date(DateReader dates) {
    JsonNode value = parts.get(Part.DATE);
    if (value == null) {
      return PublicationDate.unknown();
    }
    ReadDate date =
        value.isNumber() && value.canConvertToLong()
            ? dates.read(value.longValue())
            : dates.read(JsonValues.text(value));
    return records.remarked(number, date);
  }

  private List<String> authors() {
    JsonNode value = parts.get(Part.AUTHOR);
    if (value == null || value.isNumber()) {
      return List.of();
    }
    return value.isArray()
        ? value.valueStream().flatMap(JsonArticle::listed).distinct().toList()
        : Names.people(byline(value));
  }

  /** An element of a list is one name, unless line breaks separate several. */
  private static Stream<String> listed(JsonNode element) {
    String byline = element.isNumber() ? "" : byline(element).strip();
    return byline.indexOf('\n') < 0
        ? (element.has("by")
            ? Byline.people(byline).stream()
            : Stream.of(Names.person(byline)).filter(name -> !name.isEmpty()))
        : Names.people(byline).stream();
  }

  /** Keeps line breaks, which may separate names. */
  private static String byline(JsonNode value) {
    if (value.path("by").isTextual()) { // AP, whose titles are employers
      return value.path("by").textValue();
    }
    String text = JsonValues.word(value);
    if (text.isEmpty()) {
      return "";
    }
    String byline = JsonValues.text(value);
    return Markup.isHtml(byline)
        ? String.join("\n", Markup.paragraphs(byline))
        : Entities.resolved(byline);
  }

  private List<String> people() {
    JsonNode value = parts.get(Part.PERSON);
    return value == null || value.isArray()
        ? words(Part.PERSON, false)
        : Names.people(JsonValues.word(value));
  }

  /**
   * The values of a list. A single string is split, but not at commas if they may be part of a
   * place or an organisation: {@code Washington, D.C.}
   */
  private List<String> words(Part part, boolean atCommas) {
    JsonNode value = parts.get(part);
    if (value == null) {
      return List.of();
    }
    if (value.isArray()) {
      return JsonValues.words(value).filter(word -> !word.contains("://")).distinct().toList();
    }
    String list = JsonValues.word(value);
    return atCommas ? Names.wordsBetweenCommas(list) : Names.words(list);
  }

  /** A part that is one name; a number does not count. */
  private String name(Part part) {
    JsonNode value = parts.get(part);
    return value == null || value.isNumber() ? "" : JsonValues.word(value);
  }

  /** A part that is one word. */
  private String word(Part part) {
    JsonNode value = parts.get(part);
    return value == null ? "" : JsonValues.word(value);
  }

  /** A part that is a sentence or two, on one line. */
  private String prose(Part part) {
    return String.join(" ", Markup.paragraphs(text(part)));
  }

  /** The values of a part with a sentence or two in each, such as one caption a picture. */
  private List<String> sentences(Part part) {
    JsonNode value = parts.get(part);
    return value == null
        ? List.of()
        : (value.isArray() ? value.valueStream() : Stream.of(value))
            .map(each -> String.join(" ", Markup.paragraphs(JsonValues.text(each))))
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
  }

  private String text(Part part) {
    JsonNode value = parts.get(part);
    return value == null ? "" : JsonValues.text(value);
  }
}
