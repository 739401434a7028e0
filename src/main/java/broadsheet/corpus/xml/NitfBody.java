package broadsheet.corpus.xml;

import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the article from the body of an NITF document. Anything not stated is empty. */
final class NitfBody {
  private static final Pattern NUMERIC = Pattern.compile("[\\dTZ+:. -]*");
  private static final String LEAD = "LEAD:";

  private final Element body;
  private final Element head;

  NitfBody(Element nitf) {
    this.body = XmlTree.at(nitf, "body");
    this.head = XmlTree.at(body, "body.head");
  }

  String title() {
    return XmlTree.firstOf(
        XmlTree.lineAt(head, "hedline", "hl1"), XmlTree.lineAt(head, "headline", "hl1"));
  }

  /** The abstract, or else the second headline, unless it only repeats the title or text. */
  String standfirst(String title, List<String> paragraphs) {
    String standfirst =
        XmlTree.firstOf(
            String.join(" ", XmlBlocks.paragraphs(XmlTree.at(head, "abstract"))), second());
    boolean isNew =
        !standfirst.equals(title)
            && (paragraphs.isEmpty() || !standfirst.equals(paragraphs.getFirst()));
    return isNew ? standfirst : "";
  }

  /** The web headline is another wording of the first. */
  private String second() {
    return XmlTree.children(XmlTree.at(head, "hedline"), "hl2")
        .filter(hl2 -> !hl2.attr("class").equals("online_headline"))
        .map(XmlTree::line)
        .findFirst()
        .orElse("");
  }

  List<String> captions() {
    return XmlTree.lines(body, "media-caption").distinct().toList();
  }

  /** The dateline as printed, without a purely numeric date, which is meant for machines. */
  String dateline() {
    Element dateline = XmlTree.at(head, "dateline").clone();
    XmlTree.all(dateline, "story.date").stream()
        .filter(date -> NUMERIC.matcher(date.wholeText().strip()).matches())
        .forEach(Element::remove);
    return XmlTree.line(dateline);
  }

  String storyDate() {
    return XmlTree.attributes(head, "story.date", "norm").findFirst().orElse("");
  }

  String distributor() {
    return XmlTree.lineAt(head, "distributor");
  }

  /** The people marked or named in the byline, or else named at the beginning of the text. */
  List<String> authors(List<String> paragraphs) {
    Element byline = byline().clone();
    List<String> marked = XmlTree.lines(byline, "person").map(Names::person).distinct().toList();
    if (!marked.isEmpty()) {
      return marked;
    }
    XmlTree.all(byline, "byttl").forEach(Element::remove);
    List<String> authors = Byline.people(XmlTree.line(byline));
    return authors.isEmpty() ? Byline.inText(paragraphs) : authors;
  }

  /** The printed byline, if there is also a normalized one. */
  private Element byline() {
    return XmlTree.children(head, "byline")
        .filter(b -> b.attr("class").equals("print_byline"))
        .findFirst()
        .orElse(XmlTree.at(head, "byline"));
  }

  List<String> paragraphs() {
    Element content = XmlTree.at(body, "body.content");
    Element[] full =
        XmlTree.all(content, "block").stream()
            .filter(block -> block.attr("class").equals("full_text"))
            .toArray(Element[]::new);
    List<String> text =
        withoutLead(full.length > 0 ? XmlBlocks.paragraphs(full) : XmlBlocks.paragraphs(content));
    List<String> paragraphs = new ArrayList<>(SignOff.removed(text));
    paragraphs.addAll(XmlBlocks.paragraphs(XmlTree.at(body, "body.end", "tagline")));
    return paragraphs;
  }

  /** The lead is repeated if the archive stored it separately; one copy is marked as the lead. */
  private static List<String> withoutLead(List<String> paragraphs) {
    boolean isTwice =
        paragraphs.size() > 1
            && paragraphs.getFirst().startsWith(LEAD)
            && paragraphs
                .get(1)
                .equals(CleanText.line(paragraphs.getFirst().substring(LEAD.length())));
    return isTwice ? paragraphs.subList(1, paragraphs.size()) : paragraphs;
  }
}
