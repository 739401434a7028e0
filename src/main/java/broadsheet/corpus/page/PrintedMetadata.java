package broadsheet.corpus.page;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import broadsheet.corpus.text.CleanText;
import java.util.Comparator;
import java.util.IdentityHashMap;
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
final class PrintedMetadata {
  /** The most elements between the headline and a date or byline. */
  private static final int NEAR = 200;

  /** Number of elements that are searched on a page without a headline. */
  private static final int FIRST = 2000;

  private static final int LONGEST = 120;
  private static final int LONGEST_RAW = 2000;
  private static final int MOST_NODES = 50;

  /** Boxes whose dates and authors belong to other articles. */
  private static final ElementNamePattern OTHERS =
      ElementNamePattern.of(
          "-(?:related|recommend|comments?|sidebar|popular|latest|trending|footer|widgets?|promo"
              + "|recirc|more|most|teasers?|carousel|nav|rail)-");

  private static final ElementNamePattern DATED =
      ElementNamePattern.of(
          "-(?:(?:pub)?date|publish(?:ed)?|posted|time|timestamp|byline|dateline|meta"
              + "|submitted|info)-");

  private static final ElementNamePattern CHANGED =
      ElementNamePattern.of("-(?:updated?|modified)-");
  private static final ElementNamePattern BYLINE =
      ElementNamePattern.of("-(?:byline|auth?or|auteur|autore)[a-z]*-|-(?:writer|vcard)-");

  private static final Pattern BY =
      Pattern.compile("(?iu)^(?:(?:by|von|par|por|door|av|af):?|text:) \\p{L}+ \\p{L}.*");

  /** The beginning of a line that is only a byline or a date. */
  private static final Pattern LINE =
      Pattern.compile("(?i)\\W*(?:by|written|posted|published|first published|on|date)\\b");

  private final Document page;

  /** The elements near the headline, nearest first; the first ones on a page without a headline. */
  private final List<Element> near;

  private final IdentityHashMap<Element, String> texts = new IdentityHashMap<>();

  PrintedMetadata(Document page) {
    this.page = page;
    List<Element> elements = page.body().getAllElements();
    int headline =
        IntStream.range(0, elements.size())
            .filter(i -> elements.get(i).nameIs("h1") && !elements.get(i).text().isEmpty())
            .findFirst()
            .orElse(-1);
    int from = Math.max(0, headline - NEAR);
    int to = Math.min(elements.size(), headline < 0 ? FIRST : headline + NEAR);
    this.near =
        IntStream.range(from, to)
            .boxed()
            .sorted(Comparator.comparingInt(i -> Math.abs(i - headline)))
            .map(elements::get)
            .toList();
  }

  void addTo(PageFacts facts) {
    facts.add(Part.LANGUAGE, page.select("html").attr("lang"));
    facts.add(Part.LANGUAGE, page.select("html").attr("xml:lang"));
    facts.add(Part.TOPIC, page.select("a[rel~=(?i)\\btag\\b]").stream().map(Element::text));
    facts.add(Part.DATE, first(e -> e.nameIs("time") && e.hasAttr("pubdate")));
    facts.add(Part.DATE, first(e -> e.nameIs("time")));
    facts.add(Part.DATE, first(DATED::isIn));
    facts.add(Part.DATE, first(e -> LINE.matcher(shortText(e)).lookingAt()));
    facts.add(Part.AUTHOR, near(e -> e.attr("rel").equals("author")).map(this::shortText).limit(1));
    facts.add(Part.AUTHOR, bylines(BYLINE::isIn));
    facts.add(Part.AUTHOR, bylines(e -> BY.matcher(shortText(e)).matches()));
  }

  /** The day printed near the headline, as {@code 2023-06-18}; empty if there is none. */
  String day() {
    return near(e -> e.nameIs("time") || DATED.isIn(e) || LINE.matcher(shortText(e)).lookingAt())
        .map(e -> PrintedDate.in(shortText(e)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /** The date of the nearest element of a kind that has one; empty if none has. */
  private String first(Predicate<Element> isOfKind) {
    return near(e -> isOfKind.test(e) && (!CHANGED.isIn(e) || DATED.isIn(e)))
        .map(this::date)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private Stream<String> bylines(Predicate<Element> isOfKind) {
    return near(isOfKind).map(this::shortText).filter(PageByline::isByline).limit(1);
  }

  private Optional<String> date(Element element) {
    String stated = element.attr("datetime");
    return stated.isBlank() ? PrintedDate.in(shortText(element)) : Optional.of(stated);
  }

  /** The text of an element with little text; otherwise empty. */
  private String shortText(Element element) {
    return texts.computeIfAbsent(element, PrintedMetadata::readShortText);
  }

  /** Reads no more than necessary. */
  private static String readShortText(Element element) {
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

  /** The elements of a kind near the headline, nearest first. */
  private Stream<Element> near(Predicate<Element> isOfKind) {
    return near.stream().filter(e -> isOfKind.test(e) && isOwn(e));
  }

  private static boolean isOwn(Element element) {
    for (Element e = element; e != null && !e.nameIs("body"); e = e.parent()) {
      if (e.nameIs("nav") || e.nameIs("aside") || e.nameIs("footer") || OTHERS.isIn(e)) {
        return false;
      }
    }
    return true;
  }
}
