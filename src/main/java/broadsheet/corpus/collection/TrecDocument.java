package broadsheet.corpus.collection;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.xml.FieldedRecords;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** One document of a TREC collection, in any of their tag sets. */
final class TrecDocument {
  private static final Pattern NOT_IN_UNICODE = Pattern.compile("&(hyph|blank|M);");

  /** Lines of dashes or an at sign separate headline, second headline and byline. */
  private static final Pattern HEADLINE_PARTS =
      Pattern.compile("\\s*(?:^|\\s)-{2,}(?:\\s|$)\\s*|\\s*@\\s*");

  /** {@code FT 14 MAY 91 / }, before each headline of the Financial Times. */
  private static final Pattern FT_PREFIX =
      Pattern.compile("^FT\\s+\\d{1,2} [A-Z]{3} \\d\\d / (?:\\([^)]*\\):? )?");

  /** {@code Harbour Weekly Oct 16 1989 v8 n21 p39(1)}. */
  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?<name>.{2,80}?) \\p{Lu}\\p{Ll}{2,8}\\.? (?:\\d{1,2},? )?(?:19|20)\\d\\d\\b.*");

  /** The full stop after a name, but not after an initial or {@code Jr}. */
  private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{Ll}{3})\\.$");

  private static final Pattern ABOUT_TRANSLATION = Pattern.compile("Language:.*Article Type:.*");
  private static final Pattern PAGE = Pattern.compile("(?i)(?: \\(J\\))?(?:,? page\\b.*)?$");
  private static final Pattern LINES = Pattern.compile("\\R");

  private static final List<String> TITLES =
      List.of("HEADLINE", "HEAD", "HL", "TI", "TITLE", "H3", "H2", "H1");

  private static final List<String> TOPICS =
      List.of("SUBJECT", "DESCRIPT", "IN", "GV", "CO", "KEYWORD", "KEYWORDS", "TOPIC");

  /** Fields of the collections that are used, beside those in {@link FieldNames}. */
  private static final Set<String> USED =
      Stream.of(
              TITLES.stream(),
              TOPICS.stream(),
              TrecDate.FIELDS.stream(),
              Stream.of("DOCNO", "DOCID", "URL", "DATELINE", "SUMMARY", "ABSTRACT", "BYLINE"),
              Stream.of("AUTHOR", "AU", "JOURNAL", "FILEID", "PUB", "SOURCE", "SO", "SECTION"),
              Stream.of("COUNTRY", "LANGUAGE", "LANG", "LP", "LEADPARA", "TEXT", "TX", "TXT"),
              Stream.of("BODY", "CONTENT", "GRAPHIC"))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private final Element doc;
  private final Map<Part, List<Element>> others;
  private final Records records;
  private final long number;
  private final List<String> headline;

  TrecDocument(String document, Records records, long number) {
    this.doc = XmlTree.parsed(NOT_IN_UNICODE.matcher(document).replaceAll(TrecDocument::replaced));
    this.records = records;
    this.number = number;
    this.others = FieldedRecords.parts(doc);
    this.headline = headlineParts();
  }

  private static String replaced(MatchResult reference) {
    return switch (reference.group(1)) {
      case "hyph" -> "-";
      case "blank" -> " ";
      default -> "\n";
    };
  }

  Article article(DateReader dates) throws NotAnArticle {
    List<String> paragraphs = paragraphs();
    String title = title();
    NotAnArticle.requireText(title, paragraphs);
    String docno = docno();
    TrecCollection collection = TrecCollection.of(docno);
    doc.children().stream().map(Element::tagName).filter(n -> !isUsed(n)).forEach(records::unused);
    return records
        .article(number, docno, field("URL"))
        .title(title)
        .standfirst(standfirst())
        .dateline(field("DATELINE"))
        .paragraphs(paragraphs)
        .authors(authors())
        .source(source(collection))
        .section(Names.words(section()).stream().findFirst().orElse(""))
        .topics(topics())
        .places(words("COUNTRY").toList())
        .language(LanguageTag.of(field("LANGUAGE", "LANG")))
        .publishedAt(records.remarked(number, date(dates, collection)))
        .build();
  }

  private static boolean isUsed(String tag) {
    return USED.contains(tag.toUpperCase(Locale.ROOT)) || FieldNames.isKnown(tag);
  }

  private String docno() {
    return XmlTree.firstOf(field("DOCNO"), XmlTree.attribute(doc, "id"), field("DOCID"));
  }

  private ReadDate date(DateReader dates, TrecCollection collection) {
    ReadDate date = new TrecDate(dates).of(this::field, collection);
    boolean isFound = date.date().isKnown() || !date.remark().isEmpty();
    return isFound ? date : dates.read(other(Part.DATE));
  }

  private String section() {
    return XmlTree.firstOf(field("SECTION"), other(Part.SECTION));
  }

  private String title() {
    return headline.isEmpty() ? "" : FT_PREFIX.matcher(headline.getFirst()).replaceFirst("");
  }

  private String standfirst() {
    String second =
        headline.stream().skip(1).filter(part -> !isByline(part)).findFirst().orElse("");
    return XmlTree.firstOf(second, field("SUMMARY", "ABSTRACT"), other(Part.STANDFIRST));
  }

  private List<String> authors() {
    Optional<String> inHeadline = headline.stream().filter(TrecDocument::isByline).findFirst();
    String byline =
        XmlTree.firstOf(field("BYLINE", "AUTHOR", "AU"), inHeadline.orElse(""), other(Part.AUTHOR));
    return Byline.people(FULL_STOP.matcher(byline).replaceFirst(""));
  }

  /**
   * The journal, else the paper or agency of the collection, else the one named in the document.
   */
  private String source(TrecCollection collection) {
    Matcher journal = JOURNAL.matcher(field("JOURNAL"));
    return XmlTree.firstOf(
        journal.matches() ? journal.group("name") : "",
        collection.source(),
        PAGE.matcher(field("PUB", "SOURCE", "SO")).replaceFirst(""),
        other(Part.SOURCE));
  }

  private List<String> topics() {
    return TOPICS.stream().flatMap(this::words).distinct().toList();
  }

  /** The items of a list separated by semicolons or, if there are none, by line breaks. */
  private Stream<String> words(String name) {
    return XmlTree.all(doc, name).stream()
        .map(Element::wholeText)
        .flatMap(text -> text.contains(";") ? Stream.of(text) : LINES.splitAsStream(text))
        .flatMap(text -> Names.words(text).stream());
  }

  private List<String> headlineParts() {
    for (String name : TITLES) {
      String text = XmlTree.first(doc, name).wholeText();
      List<String> parts =
          name.equals("HL")
              ? HEADLINE_PARTS.splitAsStream(text.strip()).map(XmlTree::line).toList()
              : List.of(XmlTree.line(text));
      List<String> found = parts.stream().filter(part -> !part.isEmpty()).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Stream.of(other(Part.TITLE)).filter(title -> !title.isEmpty()).toList();
  }

  private static boolean isByline(String text) {
    return text.regionMatches(true, 0, "By ", 0, "By ".length());
  }

  /** The lead, the text, and the picture captions. */
  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    List<Element> parts = XmlTree.all(doc, "LP", "LEADPARA", "TEXT", "TX", "TXT");
    if (parts.isEmpty()) {
      parts = XmlTree.all(doc, "BODY", "CONTENT");
    }
    if (parts.isEmpty()) {
      parts = others.getOrDefault(Part.BODY, List.of());
    }
    parts.forEach(part -> paragraphs.addAll(TrecText.paragraphs(part)));
    paragraphs.removeIf(text -> ABOUT_TRANSLATION.matcher(text).matches());
    XmlTree.all(doc, "GRAPHIC").forEach(part -> paragraphs.addAll(TrecText.paragraphs(part)));
    return paragraphs;
  }

  /** A part, by any of the names that {@link FieldNames} knows. */
  private String other(Part part) {
    return others.getOrDefault(part, List.of()).stream()
        .map(XmlTree::line)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The first of these fields that has a value. */
  private String field(String... names) {
    for (String name : names) {
      String value = XmlTree.line(XmlTree.first(doc, name));
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
