package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The text that a page states in its JSON-LD as the body of its article. It shows which blocks of
 * the page belong to the article. The blocks themselves are kept, since the statement often lacks
 * headings and is one long line. Immutable.
 */
final class StatedBody {
  /** The number of consecutive letters and digits compared. */
  private static final int SHINGLE = 12;

  /** Number of samples of a block to compare; up to twice as many are taken. */
  private static final int MOST_COMPARED = 100;

  private static final int SHORTEST = 400;
  private static final int LONGEST = 300_000;

  /** A block is stated if this share of its samples is. */
  private static final double MOSTLY = 0.7;

  /** The blocks are the whole body if they make up this share of it. */
  private static final double WHOLE = 0.9;

  /** The statement covers the whole article if it has this share of the page's text. */
  private static final double ENOUGH = 0.6;

  private final String folded;
  private final Set<String> shingles;

  private StatedBody(String folded) {
    this.folded = folded;
    this.shingles = new HashSet<>(shingles(folded, 1));
  }

  /** A text that is too short or too long to compare counts as not stated. */
  static StatedBody of(List<String> paragraphs) {
    String folded = PageTitle.folded(String.join(" ", paragraphs));
    boolean isUseful = folded.length() >= SHORTEST && folded.length() <= LONGEST;
    return new StatedBody(isUseful ? folded : "");
  }

  /**
   * The stated blocks, with the headings over them and the links between them; taken from the whole
   * page if these blocks are not the whole body.
   *
   * @return the blocks unchanged if the statement does not cover the whole article
   */
  List<Block> of(List<Block> blocks, List<Block> all) {
    if (folded.isEmpty()) {
      return blocks;
    }
    if (isWhole(blocks)) {
      return stated(blocks) > ENOUGH * length(blocks) ? onlyStated(blocks) : blocks;
    }
    return isWhole(all) && stated(all) > ENOUGH * length(blocks) ? onlyStated(all) : blocks;
  }

  private boolean isWhole(List<Block> blocks) {
    int stated = stated(blocks);
    return stated >= WHOLE * folded.length() && stated * WHOLE <= folded.length();
  }

  private int stated(List<Block> blocks) {
    return length(blocks.stream().filter(this::has).toList());
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(b -> PageTitle.folded(b.text()).length()).sum();
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
    String text = PageTitle.folded(block.text());
    if (text.length() < SHINGLE) {
      return folded.contains(text);
    }
    List<String> own = shingles(text, Math.max(1, text.length() / MOST_COMPARED));
    return own.stream().filter(shingles::contains).count() >= MOSTLY * own.size();
  }

  private static List<String> shingles(String text, int step) {
    return IntStream.iterate(0, i -> i <= text.length() - SHINGLE, i -> i + step)
        .mapToObj(i -> text.substring(i, i + SHINGLE))
        .toList();
  }
}
