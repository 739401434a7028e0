package broadsheet.corpus.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the comments of readers begin that a page does not mark as such: at their label, if
 * there is a text above it and none below it that is styled like that.
 */
final class ReaderComments {
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
