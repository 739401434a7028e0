package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The text that a page states in its JSON-LD as the body of its article. It shows which blocks of
 * the page belong to the article. The blocks themselves are kept, since the statement often lacks
 * headings and is one long line. Not thread-safe.
 */
final class StatedBody {
  private static final int SHORTEST = 400;
  private static final int LONGEST = 1_000_000;

  /** A block is stated if this share of its samples is. */
  private static final double MOSTLY = 0.7;

  /** The blocks are the whole body if they make up this share of it. */
  private static final double WHOLE = 0.9;

  /** The statement covers the whole article if it has this share of the page's text. */
  private static final double ENOUGH = 0.6;

  private final PageShingles stated;
  private final IdentityHashMap<Block, Compared> compared = new IdentityHashMap<>();

  /** The number of letters and digits of a block, and whether it is stated. */
  private record Compared(int length, boolean isStated) {}

  private StatedBody(String text) {
    this.stated = PageShingles.of(text);
  }

  /** A text that is too short or too long to compare counts as not stated. */
  static StatedBody of(List<String> paragraphs) {
    String text = String.join(" ", paragraphs);
    return new StatedBody(text.length() <= LONGEST ? text : "");
  }

  /**
   * The stated blocks, with the headings over them and the links between them; taken from the whole
   * page if these blocks are not the whole body.
   *
   * @return the blocks unchanged if the statement does not cover the whole article
   */
  List<Block> of(List<Block> blocks, List<Block> all) {
    if (stated.length() < SHORTEST) {
      return blocks;
    }
    if (isWhole(blocks)) {
      return stated(blocks) > ENOUGH * length(blocks) ? onlyStated(blocks) : blocks;
    }
    return isWhole(all) && stated(all) > ENOUGH * length(blocks) ? onlyStated(all) : blocks;
  }

  private boolean isWhole(List<Block> blocks) {
    int length = stated(blocks);
    return length >= WHOLE * stated.length() && length * WHOLE <= stated.length();
  }

  private int stated(List<Block> blocks) {
    return length(blocks.stream().filter(this::has).toList());
  }

  private int length(List<Block> blocks) {
    return blocks.stream().mapToInt(b -> compared(b).length()).sum();
  }

  private List<Block> onlyStated(List<Block> blocks) {
    boolean hasHeadings = blocks.stream().anyMatch(b -> isSubheading(b) && has(b));
    List<Block> kept = new ArrayList<>();
    boolean isUnderStated = true;
    for (Block block : blocks.reversed()) {
      boolean isOverStated = !hasHeadings && block.isHeading() && isUnderStated;
      if (has(block) || isOverStated || (block.isOwnLink() && !block.isHeading())) {
        kept.add(block);
      }
      isUnderStated = has(block);
    }
    return kept.reversed();
  }

  private static boolean isSubheading(Block block) {
    return block.isHeading() && !block.element().equals("h1");
  }

  private boolean has(Block block) {
    return compared(block).isStated();
  }

  private Compared compared(Block block) {
    return compared.computeIfAbsent(
        block,
        b -> {
          String text = PageTitle.folded(b.text());
          return new Compared(text.length(), stated.share(text) >= MOSTLY);
        });
  }
}
