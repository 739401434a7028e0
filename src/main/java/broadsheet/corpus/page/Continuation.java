package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes a partial body with the running text before and after it that has the same styling, for
 * instance if each section of an article is in a box of its own.
 */
final class Continuation {
  /** A place belongs to the body if it has this share of its running text. */
  private static final double SHARE = 0.2;

  private static final int SURELY_TEXT = 80;

  /** A place without any class may be shared by all text on the page. */
  private static final Pattern NAMED = Pattern.compile(".*\\.\\S.*");

  private final List<Block> all;
  private final Set<String> texts = new HashSet<>();
  private final Set<String> places = new HashSet<>();

  private final String standfirst;

  private Continuation(List<Block> found, List<Block> all, String standfirst) {
    this.all = all;
    this.standfirst = PageTitle.folded(standfirst);
    found.stream().filter(Continuation::isText).forEach(b -> texts.add(folded(b)));
    Map<String, Integer> lengths = new HashMap<>();
    all.stream()
        .filter(this::isFound)
        .forEach(b -> lengths.merge(b.place(), b.text().length(), Integer::sum));
    int sum = lengths.values().stream().mapToInt(Integer::intValue).sum();
    lengths.forEach(
        (place, length) -> {
          if (length >= SHARE * sum && NAMED.matcher(place).matches()) {
            places.add(place);
          }
        });
  }

  /**
   * The blocks, with those of the page that continue them at either end.
   *
   * @param all the blocks of the whole page, in order
   * @param standfirst a text above the body that is not part of it; may be empty
   */
  static List<Block> of(List<Block> found, List<Block> all, String standfirst) {
    Continuation continuation = new Continuation(found, all, standfirst);
    List<Integer> at = continuation.at();
    if (at.isEmpty()) {
      return found;
    }
    List<Block> whole = new ArrayList<>(continuation.above(at.getFirst()));
    whole.addAll(found);
    whole.addAll(continuation.continued(at.getLast() + 1, 1));
    return whole;
  }

  /** The positions of the body on the page, each text once even if the page repeats it. */
  private List<Integer> at() {
    List<Integer> at = new ArrayList<>();
    Set<String> ahead = new HashSet<>(texts);
    for (int i = 0; i < all.size(); i++) {
      if (isText(all.get(i)) && ahead.remove(folded(all.get(i)))) {
        at.add(i);
      }
    }
    return at;
  }

  /** The lead, if it is all the text between headline and body, or what continues it upwards. */
  private List<Block> above(int first) {
    int headline = first;
    while (headline >= 0 && !all.get(headline).element().equals("h1")) {
      headline--;
    }
    List<Block> lead =
        all.subList(headline + 1, first).stream()
            .filter(b -> isText(b) && !standfirst.contains(folded(b)))
            .toList();
    return headline < 0 || lead.size() > 1 ? continued(first - 1, -1).reversed() : lead;
  }

  /**
   * The blocks that continue the text from a position in one direction, with the headings over
   * them.
   */
  private List<Block> continued(int from, int step) {
    List<Block> continued = new ArrayList<>();
    List<Block> headings = new ArrayList<>();
    for (int i = from; i >= 0 && i < all.size() && !isBorder(all.get(i)); i += step) {
      Block block = all.get(i);
      if (isText(block) && places.contains(block.place())) {
        continued.addAll(headings);
        continued.add(block);
        headings.clear();
      } else if (block.isHeading()) {
        headings.add(block);
      }
    }
    return continued;
  }

  private boolean isFound(Block block) {
    return isText(block) && texts.contains(folded(block));
  }

  private boolean isBorder(Block block) {
    return isOther(block) || isFound(block);
  }

  /** Whether another article begins or ends here. */
  static boolean isOther(Block block) {
    return block.element().equals("h1")
        || (block.isHeading() && block.isOwnLink())
        || PageFurniture.isLead(block);
  }

  private static String folded(Block block) {
    return PageTitle.folded(block.text());
  }

  private static boolean isText(Block block) {
    return block.isProse()
        && !block.isHeading()
        && !block.element().equals("li")
        && block.text().length() > SURELY_TEXT;
  }
}
