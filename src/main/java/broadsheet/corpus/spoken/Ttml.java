package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.xml.XmlRoot;
import broadsheet.corpus.xml.XmlTree;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Timed Text Markup Language and its profiles: DFXP, IMSC, EBU-TT, SMPTE-TT. Source:
 * https://www.w3.org/TR/ttml1/.
 */
final class Ttml implements TranscriptReader {

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(XmlRoot.of(withoutJunk(peek.head())).isOneOf("tt"));
  }

  /** Some programs leave a backslash before the document. */
  private static String withoutJunk(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\\')) {
      at++;
    }
    return text.substring(at);
  }

  @Override
  public Transcript read(String text) {
    Element root = XmlTree.parsed(withoutJunk(text));
    boolean isCutOff = !text.stripTrailing().endsWith(">");
    return new Transcript(facts(root), TtmlCues.of(root), isCutOff);
  }

  private static Transcript.Facts facts(Element root) {
    Optional<String> title =
        XmlTree.all(root, "head").stream()
            .flatMap(head -> XmlTree.all(head, "title").stream())
            .map(XmlTree::line)
            .filter(line -> !line.isEmpty())
            .findFirst();
    Optional<String> language =
        Stream.concat(Stream.of(root), XmlTree.all(root, "body", "div").stream())
            .map(element -> element.attr("xml:lang"))
            .filter(tag -> !tag.isBlank())
            .findFirst();
    return new Transcript.Facts(title.orElse(""), language.orElse(""), "");
  }
}
