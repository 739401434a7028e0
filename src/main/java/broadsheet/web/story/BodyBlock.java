package broadsheet.web.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of the body, or several that are folded together.
 *
 * @param repeated the text that is folded; null for one paragraph
 * @param isOpen whether there are marks in it
 */
public record BodyBlock(
    @Nullable RepeatedText repeated, boolean isOpen, List<BodyParagraph> paragraphs) {

  static List<BodyBlock> of(List<BodyParagraph> body) {
    List<BodyBlock> blocks = new ArrayList<>();
    int from = 0;
    while (from < body.size()) {
      RepeatedText repeated = body.get(from).repeated();
      int to = from + 1;
      while (repeated != null && to < body.size() && repeated.equals(body.get(to).repeated())) {
        to++;
      }
      List<BodyParagraph> its = body.subList(from, to);
      blocks.add(new BodyBlock(repeated, its.stream().anyMatch(BodyParagraph::isMarked), its));
      from = to;
    }
    return blocks;
  }
}
