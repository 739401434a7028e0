package broadsheet.corpus.xml;

import broadsheet.corpus.text.Base64Text;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.corpus.text.SignOff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The text that a NewsML-G2 news item carries: NITF, XHTML or plain, inline. */
final class G2Content {
  private static final Pattern PARAGRAPH_TAG = Pattern.compile("(?i)</?p>");

  private final Element contentSet;
  private final Optional<NitfBody> nitf;
  private final Optional<NitfHead> nitfHead;
  private final List<String> paragraphs;

  G2Content(Element item) {
    this.contentSet = XmlTree.at(item, "contentSet");
    Optional<Element> document = XmlTree.all(contentSet, "nitf").stream().findFirst();
    this.nitf = document.map(NitfBody::new);
    this.nitfHead = document.map(NitfHead::new);
    this.paragraphs = SignOff.removed(nitf.map(NitfBody::paragraphs).orElseGet(this::other));
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  String title() {
    String title = nitf.map(NitfBody::title).orElse("");
    return XmlTree.firstOf(
        title,
        nitfHead.map(NitfHead::title).orElse(""),
        XmlTree.lineAt(XmlTree.first(contentSet, "html"), "head", "title"));
  }

  Optional<String> standfirst(String title) {
    return nitf.map(body -> body.standfirst(title, paragraphs));
  }

  String dateline() {
    return nitf.map(NitfBody::dateline).orElse("");
  }

  List<String> authors(List<String> text) {
    return nitf.map(body -> body.authors(text)).orElseGet(() -> Byline.inText(text));
  }

  /** The first inline content with text; sports tables and events have none. */
  private List<String> other() {
    for (Element inline : contentSet.children()) {
      List<String> found =
          XmlTree.isNamed(inline, "inlineXML")
              ? markup(inline)
              : XmlTree.isNamed(inline, "inlineData") ? data(inline) : List.of();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> markup(Element inline) {
    List<Element> pages = XmlTree.all(inline, "html");
    if (!pages.isEmpty()) {
      return XmlBlocks.paragraphs(XmlTree.at(pages.getFirst(), "body"));
    }
    boolean isText = XmlTree.all(inline, "p", "pre").stream().findFirst().isPresent();
    return isText ? XmlBlocks.paragraphs(inline) : List.of();
  }

  /** Content declared as plain text keeps its lines, even if its paragraphs are tagged. */
  private static List<String> data(Element inline) {
    String type = inline.attr("contenttype").toLowerCase(Locale.ROOT);
    String encoding = inline.attr("encoding").toLowerCase(Locale.ROOT);
    String text =
        encoding.isEmpty()
            ? inline.wholeText()
            : encoding.contains("base64") ? Base64Text.decoded(inline.wholeText()).orElse("") : "";
    if (!(type.isEmpty() || type.startsWith("text/"))) {
      return List.of();
    }
    boolean isPlain = type.isEmpty() || type.equals("text/plain");
    return isPlain
        ? Paragraphs.of(
            Markup.lines(Entities.resolved(PARAGRAPH_TAG.matcher(text).replaceAll("\n"))))
        : Markup.paragraphs(text);
  }
}
