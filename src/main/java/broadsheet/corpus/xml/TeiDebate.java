package broadsheet.corpus.xml;

import broadsheet.corpus.xml.SittingText.Speaker;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * The speeches of a text in TEI: utterances ({@code u}), the notes and events between them, and
 * headings. Source: https://clarin-eric.github.io/parla-clarin/ and
 * https://clarin-eric.github.io/ParlaMint/.
 */
final class TeiDebate {
  private final TeiSpeakers speakers;
  private final SittingText text = new SittingText();

  /** The note before an utterance that prints who speaks. */
  private String printed = "";

  /** The last time of day between two speeches. */
  private String time = "";

  private TeiDebate(TeiSpeakers speakers) {
    this.speakers = speakers;
  }

  /** The text of a debate; empty if nobody is said to speak. */
  static Optional<SittingText> of(Element tei, XmlItem item, String day) {
    Element body = XmlTree.at(tei, "text", "body");
    if (XmlTree.all(body, "u").stream().noneMatch(u -> u.hasAttr("who"))) {
      return Optional.empty();
    }
    TeiDebate debate = new TeiDebate(new TeiSpeakers(tei, item, day));
    debate.walk(body);
    return Optional.of(debate.text);
  }

  private void walk(Element around) {
    for (Element element : around.children()) {
      String name = TeiText.name(element);
      if (TeiText.isDivision(element)) {
        walk(element);
      } else if (name.equals("u")) {
        speech(element);
      } else if (name.equals("note") && element.attr("type").equals("speaker")) {
        printed = TeiText.line(element);
      } else if (!name.equals("gap")) {
        XmlTree.all(element, "time").forEach(at -> time = XmlTree.attribute(at, "when"));
        text.between(TeiText.line(element));
      }
    }
  }

  private void speech(Element utterance) {
    Speaker speaker = speakers.of(XmlTree.attribute(utterance, "who"), printed);
    List<String> said =
        utterance.children().isEmpty()
            ? TeiText.paragraphs(utterance, _ -> false)
            : utterance.children().stream()
                .filter(part -> !TeiText.name(part).equals("gap"))
                .flatMap(part -> TeiText.paragraphs(part, _ -> false).stream())
                .toList();
    text.speech(speaker, XmlTree.firstOf(XmlTree.attribute(utterance, "start"), time), said);
    time = "";
    printed = "";
  }
}
