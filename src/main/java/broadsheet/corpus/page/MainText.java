package broadsheet.corpus.page;

import broadsheet.corpus.text.LooseText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the body of an article in a page that {@link PageCleaning} has cleaned. Elements that the
 * page marks or names as the body are trusted if they contain enough of the text; otherwise
 * Readability decides. Reads one page and changes it. Use once.
 */
final class MainText {
  /** Readability is too slow for a page whose elements have more ancestors than this in total. */
  private static final long MOST_ANCESTORS = 100_000;

  /** An element that contains others like it holds the body, if it has this share of their text. */
  private static final double NEARLY_ALL = 0.85;

  /**
   * Adjacent elements form the body together, unless the largest has more than this share of it.
   */
  private static final double PART = 0.8;

  /** The share of the text found by Readability that a body marked by a property must have. */
  private static final double ENOUGH_MARKED = 0.25;

  /** The share that a body known only by its name must have. */
  private static final double ENOUGH_NAMED = 0.6;

  /** Readability has missed the body if it finds less of a page's text than this. */
  private static final double LOST = 0.25;

  private static final ElementNamePattern BODY =
      ElementNamePattern.of(
          "-(?:(?:article|story|entry|post|news|blog|content|single)-?(?:(?:main|page|full|rich)-)?"
              + "(?:body|content|text|copy)|body-(?:copy|text)|field-(?:name|item|node)-?body)-");

  private final Document page;
  private final String host;
  private final String standfirst;
  private final TextWeights weights;
  private final List<Block> all;
  private final Set<String> comments = new HashSet<>();

  /**
   * @param host the host of the page; may be empty
   * @param standfirst the description that the page states; may be empty
   */
  MainText(Document page, String host, String standfirst) {
    this.page = page;
    this.host = host;
    this.standfirst = standfirst;
    this.weights = TextWeights.of(page.body());
    List<Block> whole = BlockReader.blocks(page.body(), host);
    this.all = whole.subList(0, ReaderComments.start(whole));
    whole.subList(all.size(), whole.size()).forEach(b -> comments.add(b.text()));
    all.forEach(b -> comments.remove(b.text())); // readers quote the article
  }

  /** The blocks of the whole page. */
  List<Block> all() {
    return all;
  }

  /** The blocks of the body, or of the whole page if no body is found. */
  List<Block> blocks() {
    return Continuation.of(part(), all, standfirst).stream()
        .filter(b -> !comments.contains(b.text()))
        .toList();
  }

  private List<Block> part() {
    // Readability is slow, and finds at most all the text.
    int most = all.stream().mapToInt(b -> b.text().length()).sum();
    List<Block> marked = blocks(byProperty());
    if (prose(marked) > ENOUGH_MARKED * most) {
      return marked;
    }
    List<Block> named = blocks(byName());
    if (prose(marked) == 0 && prose(named) > ENOUGH_NAMED * most) {
      return named;
    }
    List<Block> found = found();
    if (prose(marked) > ENOUGH_MARKED * prose(found)) {
      return marked;
    }
    return prose(named) > ENOUGH_NAMED * prose(found) ? named : found;
  }

  /** The number of characters of running text in some blocks. */
  static int prose(List<Block> blocks) {
    return blocks.stream().filter(Block::isProse).mapToInt(b -> b.text().length()).sum();
  }

  private List<Block> blocks(List<Element> parts) {
    return parts.stream().flatMap(part -> BlockReader.blocks(part, host).stream()).toList();
  }

  private List<Element> byProperty() {
    List<Element> marked = page.body().select("[itemprop~=(?i)\\barticleBody\\b]");
    return marked.stream()
        .max(Comparator.comparingInt(weights::weight))
        .map(largest -> parts(largest, marked))
        .orElse(List.of());
  }

  /**
   * The parts of one body: an element and those of its kind on the same level, except other
   * articles of the page; the element alone, if it has nearly all their text.
   */
  private List<Element> parts(Element body, List<Element> marked) {
    Set<Element> around = new HashSet<>(body.parents());
    IdentityHashMap<Element, Boolean> others = new IdentityHashMap<>();
    List<Element> parts =
        marked.stream()
            .filter(
                e ->
                    e.equals(body)
                        || (isLike(e, body)
                            && !others.computeIfAbsent(branch(e, around), this::isOther)))
            .toList();
    int sum = parts.stream().mapToInt(weights::weight).sum();
    return weights.weight(body) < PART * sum ? parts : List.of(body);
  }

  /** Whether an element has the name, classes and depth of a body. */
  static boolean isLike(Element element, Element body) {
    return element.nameIs(body.normalName())
        && element.className().equals(body.className())
        && element.parents().size() == body.parents().size();
  }

  /** The largest element around a part that is not around the whole body. */
  private static Element branch(Element part, Set<Element> around) {
    Element branch = part;
    for (Element e = part; e != null && !around.contains(e); e = e.parent()) {
      branch = e;
    }
    return branch;
  }

  private boolean isOther(Element branch) {
    return BlockReader.blocks(branch, host).stream().anyMatch(Continuation::isOther);
  }

  /**
   * The innermost element named as a body that contains nearly all the text of such elements. If
   * several are adjacent, each with a part, the element around them.
   */
  private List<Element> byName() {
    List<Element> named =
        page.body().getAllElements().stream().filter(MainText::isNamedBody).toList();
    int most = named.stream().mapToInt(weights::weight).max().orElse(0);
    Optional<Element> innermost =
        named.stream()
            .filter(e -> weights.weight(e) >= NEARLY_ALL * most)
            .reduce((outer, inner) -> inner);
    return around(named)
        .filter(e -> most < PART * weights.weight(e))
        .map(List::of)
        .orElseGet(() -> innermost.map(body -> parts(body, named)).orElse(List.of()));
  }

  /** The element whose children with such names have most of the text, if it has little else. */
  private Optional<Element> around(List<Element> named) {
    IdentityHashMap<Element, Integer> sums = new IdentityHashMap<>();
    for (Element element : named) {
      Element parent = element.parent();
      if (parent != null) {
        sums.merge(parent, weights.weight(element), Integer::sum);
      }
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() > PART * weights.weight(sum.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Whether it is marked or named as the body of an article. */
  static boolean isBody(Element element) {
    return isNamedBody(element) || element.attr("itemprop").equals("articleBody");
  }

  /** Whether its class or id names it as the body of an article. */
  private static boolean isNamedBody(Element element) {
    return !element.nameIs("body") && BODY.isIn(element);
  }

  /** Readability's result, or the whole page if that finds next to nothing. */
  private List<Block> found() {
    if (ancestors() > MOST_ANCESTORS) {
      return all;
    }
    page.head().empty();
    // Readability drops all forms, even one around the whole page, and headings for their names.
    page.body().select("form").forEach(form -> form.tagName("div"));
    page.body().select("h2, h3, h4").forEach(h -> h.removeAttr("class").removeAttr("id"));
    LooseText.wrap(page);
    List<Block> found =
        readable().map(content -> BlockReader.blocks(content, host)).orElse(List.of());
    return prose(found) < LOST * prose(all) ? all : found;
  }

  private Optional<Element> readable() {
    try {
      return Optional.ofNullable(
          new Readability4JExtended("http://" + host + "/", page).parse().getArticleContent());
    } catch (IllegalStateException e) {
      // It takes an element out of the page that it needs afterwards.
      return Optional.empty();
    }
  }

  private long ancestors() {
    AtomicLong sum = new AtomicLong();
    page.body().traverse((node, depth) -> sum.addAndGet(node instanceof Element ? depth : 0));
    return sum.get();
  }

  /**
   * Finds where the comments of readers begin that a page does not mark as such: at their label, if
   * there is a text above it and none below it that is styled like that.
   */
  private static final class ReaderComments {
    /** Comments follow an article with at least this many characters of running text. */
    private static final int LONG = 500;

    private ReaderComments() {}

    /** The position of their label; the number of blocks if there are none. */
    static int start(List<Block> blocks) {
      Map<String, Integer> ends = ends(blocks);
      int length = 0;
      int end = 0;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (length >= LONG && end < i && PageFurniture.isOverComments(block)) {
          return i;
        }
        if (block.isProse()) {
          length += block.text().length();
          end = Math.max(end, ends.getOrDefault(block.place(), i));
        }
      }
      return blocks.size();
    }

    /** The position of the last running text in each place. */
    private static Map<String, Integer> ends(List<Block> blocks) {
      Map<String, Integer> ends = new HashMap<>();
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).isProse()) {
          ends.put(blocks.get(i).place(), i);
        }
      }
      return ends;
    }
  }
}
