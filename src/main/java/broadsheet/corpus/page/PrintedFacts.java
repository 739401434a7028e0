package broadsheet.corpus.page;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import broadsheet.corpus.text.CleanText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Metadata printed on a page: date and authors near the headline, tags and language. */
final class PrintedFacts {
  /** The most elements between the headline and a date or byline. */
  private static final int NEAR = 200;

  /** Number of elements that are searched on a page without a headline. */
  private static final int FIRST = 2000;

  private static final int LONGEST = 120;
  private static final int LONGEST_RAW = 2000;
  private static final int MOST_NODES = 50;

  /** Boxes whose dates and authors belong to other articles. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "-(?:related|recommend|comments?|sidebar|popular|latest|trending|footer|widgets?|promo"
              + "|recirc|more|most|teasers?|carousel|nav|rail)-");

  private static final Pattern DATED =
      Pattern.compile(
          "-(?:(?:pub)?date|publish(?:ed)?|posted|time|timestamp|byline|dateline|meta"
              + "|submitted|info)-");

  private static final Pattern CHANGED = Pattern.compile("-(?:updated?|modified)-");
  private static final Pattern BYLINE = Pattern.compile("-(?:byline|author|authors|by|writer)-");

  /** The beginning of a line that is only a byline or a date. */
  private static final Pattern LINE =
      Pattern.compile("(?i)^\\W*(?:by|written|posted|published|first published|on|date)\\b");

  private final Document page;
  private final List<Element> elements;
  private final int headline;

  PrintedFacts(Document page) {
    this.page = page;
    this.elements = page.body().getAllElements();
    this.headline =
        IntStream.range(0, elements.size())
            .filter(i -> elements.get(i).nameIs("h1") && !elements.get(i).text().isEmpty())
            .findFirst()
            .orElse(-1);
  }

  void addTo(PageFacts facts) {
    facts.add(Part.LANGUAGE, page.select("html").attr("lang"));
    facts.add(Part.LANGUAGE, page.select("html").attr("xml:lang"));
    facts.add(Part.TOPIC, page.select("a[rel~=(?i)\\btag\\b]").stream().map(Element::text));
    facts.add(Part.DATE, first(e -> e.nameIs("time") && e.hasAttr("pubdate")));
    facts.add(Part.DATE, first(e -> e.nameIs("time")));
    facts.add(Part.DATE, first(e -> is(DATED, e)));
    facts.add(Part.DATE, first(e -> LINE.matcher(shortText(e)).find()));
    facts.add(Part.AUTHOR, texts(e -> e.attr("rel").equals("author")));
    facts.add(Part.AUTHOR, texts(e -> is(BYLINE, e)));
  }

  /** The day printed near the headline, as {@code 2023-06-18}; empty if there is none. */
  String day() {
    return near(e -> e.nameIs("time") || is(DATED, e) || LINE.matcher(shortText(e)).find())
        .map(e -> PrintedDate.in(shortText(e)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /** The date of the nearest element of a kind that has one; empty if none has. */
  private String first(Predicate<Element> isOfKind) {
    return near(e -> isOfKind.test(e) && (!is(CHANGED, e) || is(DATED, e)))
        .map(PrintedFacts::date)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private Stream<String> texts(Predicate<Element> isOfKind) {
    return near(isOfKind).map(PrintedFacts::shortText).filter(PageByline::isByline).limit(1);
  }

  private static Optional<String> date(Element element) {
    String stated = element.attr("datetime");
    return stated.isBlank() ? PrintedDate.in(shortText(element)) : Optional.of(stated);
  }

  /** The text of an element with little text; otherwise empty. Reads no more than necessary. */
  private static String shortText(Element element) {
    StringBuilder text = new StringBuilder();
    AtomicInteger nodes = new AtomicInteger();
    element.filter(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            text.append(words.getWholeText()).append(' ');
          }
          boolean isMore = nodes.incrementAndGet() > MOST_NODES || text.length() > LONGEST_RAW;
          return isMore ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
    String line = CleanText.line(text.toString());
    return nodes.get() > MOST_NODES || line.length() > LONGEST ? "" : line;
  }

  /** The elements of a kind near the headline, nearest first; the first on a page without one. */
  private Stream<Element> near(Predicate<Element> isOfKind) {
    int from = Math.max(0, headline - NEAR);
    int to = Math.min(elements.size(), headline < 0 ? FIRST : headline + NEAR);
    return IntStream.range(from, to)
        .boxed()
        .filter(i -> isOfKind.test(elements.get(i)) && isOwn(elements.get(i)))
        .sorted(Comparator.comparingInt(i -> Math.abs(i - headline)))
        .map(elements::get);
  }

  private static boolean isOwn(Element element) {
    for (Element e = element; e != null && !e.nameIs("body"); e = e.parent()) {
      if (e.nameIs("nav") || e.nameIs("aside") || e.nameIs("footer") || is(OTHERS, e)) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(Pattern names, Element element) {
    return names.matcher(BoxNames.of(element)).find();
  }
}
