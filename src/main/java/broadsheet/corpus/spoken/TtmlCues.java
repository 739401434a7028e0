package broadsheet.corpus.spoken;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Collects the cues of a TTML document. Times count from the beginning of the element around them;
 * where that would be after its end, they count from the beginning of the recording. Not
 * thread-safe.
 */
final class TtmlCues {
  private final TtmlTime times;
  private final Map<String, String> agents = new HashMap<>();
  private final List<SpokenCue> cues = new ArrayList<>();
  private final WordLines words = new WordLines();

  /** Whether the paragraph that is being read has a time of its own, which its spans divide. */
  private boolean isTimed;

  /** When an element is shown, in seconds; NaN where it is not known. */
  private record Span(double begin, double end) {
    static final Span WHOLE = new Span(Double.NaN, Double.NaN);

    double origin() {
      return Double.isNaN(begin) ? 0 : begin;
    }
  }

  private TtmlCues(Element root) {
    times = TtmlTime.of(root);
    for (Element agent : XmlTree.all(root, "agent")) {
      String name = XmlTree.line(XmlTree.first(agent, "name"));
      agents.put(agent.attr("xml:id"), name);
    }
  }

  static List<SpokenCue> of(Element root) {
    TtmlCues all = new TtmlCues(root);
    for (Element body : XmlTree.all(root, "body")) {
      all.container(body, all.span(body, Span.WHOLE), "");
    }
    return all.cues;
  }

  private void container(Element element, Span around, String speaker) {
    for (Element child : element.children()) {
      Span its = span(child, around);
      String who = speaker(child, speaker);
      if (XmlTree.isNamed(child, "p")) {
        paragraph(child, its, who);
      } else if (XmlTree.isNamed(child, "div")) {
        container(child, its, who);
      }
    }
  }

  private void paragraph(Element p, Span span, String speaker) {
    isTimed = isTimed(p);
    inline(p, span, speaker, span);
    flush(span, speaker);
  }

  private void inline(Element element, Span span, String speaker, Span paragraph) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        words.add(text.getWholeText().replace('\n', ' ').replace('\r', ' '));
      } else if (node instanceof Element child) {
        if (XmlTree.isNamed(child, "br")) {
          words.add("\n");
        } else if (XmlTree.isNamed(child, "span")) {
          span(child, span, speaker, paragraph);
        }
      }
    }
  }

  /** A part of a line may have a time or a speaker of its own. */
  private void span(Element child, Span around, String speaker, Span paragraph) {
    Span its = span(child, around);
    String who = speaker(child, speaker);
    boolean isCue = !isTimed && isTimed(child);
    if (isCue || !who.equals(speaker)) {
      flush(paragraph, speaker);
      inline(child, its, who, its);
      flush(its, who);
    } else {
      if (its.begin() > around.origin()) {
        words.at(CueTime.ofSeconds(its.begin()));
      }
      inline(child, its, who, paragraph);
    }
  }

  private static boolean isTimed(Element element) {
    return element.hasAttr("begin") || element.hasAttr("end") || element.hasAttr("dur");
  }

  private void flush(Span span, String speaker) {
    List<SpokenLine> lines = words.lines();
    if (!lines.isEmpty()) {
      int start = Double.isNaN(span.begin()) ? CueTime.NONE : CueTime.ofSeconds(span.begin());
      int end = Double.isNaN(span.end()) ? CueTime.NONE : CueTime.ofSeconds(span.end());
      cues.add(SpokenCue.of(start, end, speaker, lines));
    }
  }

  private Span span(Element element, Span around) {
    double begin = times.seconds(XmlTree.attribute(element, "begin"));
    double end = times.seconds(XmlTree.attribute(element, "end"));
    double duration = times.seconds(XmlTree.attribute(element, "dur"));
    if (Double.isNaN(begin) && Double.isNaN(end) && Double.isNaN(duration)) {
      return around;
    }
    double first = Double.isNaN(begin) ? 0 : begin;
    boolean isFromStart = around.origin() + first > around.end() && first <= around.end();
    double origin = isFromStart ? 0 : around.origin();
    double last = Double.isNaN(end) ? first + duration : end;
    return new Span(origin + first, Double.isNaN(last) ? around.end() : origin + last);
  }

  private String speaker(Element element, String around) {
    String agent = CleanText.line(element.attr("ttm:agent"));
    if (agent.isEmpty()) {
      return around;
    }
    String first = agent.split(" ", -1)[0];
    return agents.getOrDefault(first, "");
  }
}
