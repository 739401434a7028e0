package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import broadsheet.corpus.text.Paragraphs;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cuts off the text after an article: calls to subscribe, credits, a few words about its author,
 * short notes that are not styled as the text is.
 */
final class BodyFoot {
  private static final int LONGEST_NOTE = 400;

  /** A text of fewer paragraphs does not show how it is styled. */
  private static final int FEWEST_PARAGRAPHS = 4;

  /** Blocks styled in another way are a foot if the rest is this share of the text. */
  private static final double NEARLY_ALL = 0.85;

  private static final int SHORTEST_NAME = 6;
  private static final int LONGEST_SIGNATURE = 80;

  /** A longer foot is a list, which is part of the article. */
  private static final int MOST_SIGNATURES = 2;

  private BodyFoot() {}

  /**
   * The blocks above the foot.
   *
   * @param names the names of the authors, folded
   */
  static List<Block> cutOff(List<Block> blocks, Set<String> names) {
    Predicate<Block> isCall = b -> PageFurniture.isFoot(b) || isAboutAuthor(b, names);
    Set<String> places = places(blocks.subList(0, (blocks.size() + 1) / 2));
    List<Block> text = unsigned(blocks, b -> isCall.test(b) || isApart(b, places));
    return isWhole(text, blocks) ? text : unsigned(blocks, isCall);
  }

  /** The blocks above a foot that may include a signature under running text. */
  private static List<Block> unsigned(List<Block> blocks, Predicate<Block> isFoot) {
    List<Block> unsigned = cutOff(blocks, b -> isFoot.test(b) || isSignature(b));
    long signatures = blocks.stream().skip(unsigned.size()).filter(isFoot.negate()).count();
    boolean isUnderText = !unsigned.isEmpty() && unsigned.getLast().isProse();
    return isUnderText && signatures <= MOST_SIGNATURES ? unsigned : cutOff(blocks, isFoot);
  }

  private static boolean isWhole(List<Block> text, List<Block> blocks) {
    return length(text) >= NEARLY_ALL * length(blocks)
        && text.stream().filter(Block::isProse).count() >= FEWEST_PARAGRAPHS;
  }

  private static Set<String> places(List<Block> blocks) {
    return blocks.stream().filter(Block::isProse).map(Block::place).collect(Collectors.toSet());
  }

  /** Whether its styling is not that of the text. */
  private static boolean isApart(Block block, Set<String> places) {
    return block.isPlain()
        && block.text().length() <= LONGEST_NOTE
        && !places.contains(block.place());
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(b -> b.text().length()).sum();
  }

  /** The blocks above the foot, including a signature. */
  static List<Block> withSignature(List<Block> blocks, Set<String> names) {
    return cutOff(blocks, b -> PageFurniture.isFoot(b) || isAboutAuthor(b, names));
  }

  private static List<Block> cutOff(List<Block> blocks, Predicate<Block> isFoot) {
    int end = blocks.size();
    while (end > 0 && isFoot.test(blocks.get(end - 1))) {
      end--;
    }
    return blocks.subList(0, end);
  }

  /** A few words about an author, which begin with the name. */
  private static boolean isAboutAuthor(Block block, Set<String> names) {
    String text = PageTitle.folded(block.text());
    return block.text().length() <= LONGEST_NOTE
        && names.stream().anyMatch(name -> name.length() >= SHORTEST_NAME && text.startsWith(name));
  }

  /** Names, credits and so on: short, not a sentence, and not set apart by the page. */
  private static boolean isSignature(Block block) {
    return block.text().length() <= LONGEST_SIGNATURE
        && block.isPlain()
        && block.text().indexOf('。') < 0
        && !isSentence(block);
  }

  private static boolean isSentence(Block block) {
    return Paragraphs.endsSentence(block.text());
  }
}
