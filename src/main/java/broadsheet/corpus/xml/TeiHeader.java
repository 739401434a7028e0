package broadsheet.corpus.xml;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.text.Names;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The header of a TEI text: facts about the edition ({@code titleStmt}, {@code publicationStmt})
 * and about what was printed ({@code sourceDesc}). The print's count first. Immutable.
 */
final class TeiHeader {
  /** The mark that ParlaMint adds to its titles. */
  private static final Pattern CORPUS = Pattern.compile("\\s*\\[ParlaMint[^\\]]*\\]$");

  private final Element tei;
  private final Element file;
  private final Element source;

  TeiHeader(Element tei) {
    this.tei = tei;
    this.file = XmlTree.at(tei, "teiHeader", "fileDesc");
    this.source = XmlTree.at(file, "sourceDesc");
  }

  String title() {
    String title = XmlTree.lineAt(file, "titleStmt", "title");
    return title.equals("...") ? "" : title;
  }

  /** The title of a sitting and not of its corpus, in the language of the text. */
  String sittingTitle() {
    List<Element> titles =
        XmlTree.children(XmlTree.at(file, "titleStmt"), "title").filter(this::isOfText).toList();
    return Stream.concat(
            titles.stream().filter(title -> title.attr("type").equals("sub")), titles.stream())
        .map(title -> CORPUS.matcher(XmlTree.line(title)).replaceFirst(""))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElseGet(this::title);
  }

  /** The day of a sitting; empty if none is stated. */
  String sittingDay() {
    Element setting = XmlTree.first(XmlTree.at(tei, "teiHeader", "profileDesc"), "setting");
    return XmlTree.attributes(setting, "date", "when").findFirst().orElse("");
  }

  /** The keeper of a parliament's record; otherwise the corpus's publisher. */
  String recordKeeper() {
    Element publisher = XmlTree.at(file, "publicationStmt", "publisher");
    return Stream.of(
            XmlTree.children(XmlTree.at(source, "bibl"), "publisher"),
            XmlTree.children(publisher, "orgName"))
        .flatMap(each -> each)
        .filter(this::isOfText)
        .map(XmlTree::line)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(this::publisher);
  }

  private boolean isOfText(Element element) {
    String stated = XmlTree.attribute(element, "xml:lang");
    return stated.isEmpty() || stated.equals(XmlTree.attribute(tei, "xml:lang"));
  }

  List<String> authors() {
    return XmlTree.children(XmlTree.at(file, "titleStmt"), "author")
        .map(author -> Names.person(XmlTree.line(author)))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** The newspaper or journal it was printed in; empty if it was in none. */
  String periodical() {
    return XmlTree.all(source, "title").stream()
        .filter(title -> title.attr("level").equals("j") && !title.attr("type").equals("sub"))
        .map(XmlTree::line)
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether the print is described as a periodical, and not as an article in one. */
  boolean isPeriodical() {
    return !periodical().isEmpty() && XmlTree.all(source, "analytic").isEmpty();
  }

  String publisher() {
    return XmlTree.lineAt(file, "publicationStmt", "publisher");
  }

  List<String> topics() {
    return XmlTree.lines(XmlTree.at(tei, "teiHeader", "profileDesc"), "term").distinct().toList();
  }

  /** The language, if it is only one. */
  String language() {
    String stated = LanguageTag.of(XmlTree.attribute(tei, "xml:lang"));
    return stated.isEmpty()
        ? LanguageTag.only(
            XmlTree.attributes(XmlTree.at(tei, "teiHeader", "profileDesc"), "language", "ident"))
        : stated;
  }

  /** The dates of the print, of the text, and of the edition, as written. */
  String[] dates() {
    return Stream.of(
            source,
            XmlTree.at(tei, "teiHeader", "profileDesc", "creation"),
            XmlTree.at(file, "publicationStmt"))
        .flatMap(part -> XmlTree.all(part, "date").stream())
        .flatMap(TeiHeader::spellings)
        .filter(date -> !date.isEmpty())
        .toArray(String[]::new);
  }

  private static Stream<String> spellings(Element date) {
    return Stream.of(
        XmlTree.attribute(date, "when"),
        XmlTree.attribute(date, "when-iso"),
        XmlTree.attribute(date, "value"),
        XmlTree.line(date),
        XmlTree.attribute(date, "from"),
        XmlTree.attribute(date, "notBefore"));
  }
}
