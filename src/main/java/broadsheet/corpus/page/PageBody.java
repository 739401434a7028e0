package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of an article from the blocks of a page, without headline, byline, labels, links to
 * other articles, and calls to subscribe. Immutable.
 *
 * @param related headlines of articles linked under labels such as {@code Related}
 */
public record PageBody(List<String> paragraphs, List<String> related) {
  private static final int SURELY_TEXT = 160;
  private static final double MOST_IN_LABELS = 0.2;

  /**
   * Finds the body among the blocks of a page.
   *
   * @param title the headline, which may be repeated above the text
   * @param authors may be repeated there as well
   */
  public static PageBody of(List<Block> blocks, String title, List<String> authors) {
    String foldedTitle = PageTitle.folded(title);
    Set<String> names = folded(authors);
    List<Block> text = withoutLabels(withoutHead(blocks, foldedTitle, names));
    return of(BodyFoot.cutOff(text, names), foldedTitle);
  }

  /**
   * Takes the body from the blocks of a feed's item. Unlike a page it has no furniture around it,
   * so short lines and signatures are part of the text.
   *
   * @param title the headline, which may be repeated above the text
   * @param authors may be repeated there as well
   */
  public static PageBody ofItem(List<Block> blocks, String title, List<String> authors) {
    String foldedTitle = PageTitle.folded(title);
    Set<String> names = folded(authors);
    List<Block> text = withoutHead(blocks, foldedTitle, names);
    return of(BodyFoot.withSignature(text, names), foldedTitle);
  }

  private static PageBody of(List<Block> text, String foldedTitle) {
    return isListOfLinks(text)
        ? new PageBody(text.stream().map(Block::text).toList(), List.of())
        : new Sorting(text, foldedTitle).sorted();
  }

  private static Set<String> folded(List<String> authors) {
    return authors.stream().map(PageTitle::folded).collect(Collectors.toSet());
  }

  private static List<Block> withoutHead(List<Block> blocks, String title, Set<String> names) {
    int first = 0;
    int text = 0;
    boolean hasProse = false;
    while (text < blocks.size() && !isText(blocks.get(text))) {
      first = isTitle(blocks.get(text), title, hasProse) ? text + 1 : first;
      hasProse |= blocks.get(text).isProse();
      text++;
    }
    Stream<Block> above =
        blocks.subList(first, text).stream()
            .filter(b -> !PageFurniture.isLead(b) && !names.contains(PageTitle.folded(b.text())));
    return Stream.concat(above, blocks.subList(text, blocks.size()).stream()).toList();
  }

  private static boolean isTitle(Block block, String title, boolean isUnderProse) {
    return (block.element().equals("h1") && !isUnderProse)
        || PageTitle.folded(block.text()).equals(title);
  }

  /** Whether it can only be a paragraph, since the headline is not repeated below it. */
  private static boolean isText(Block block) {
    return block.isProse() && !block.isHeading() && block.text().length() > SURELY_TEXT;
  }

  /**
   * Drops short lines that are not between running text. If they are much of the text, as in a
   * picture story, they are not labels.
   */
  private static List<Block> withoutLabels(List<Block> blocks) {
    Set<String> places =
        blocks.stream().filter(Block::isProse).map(Block::place).collect(Collectors.toSet());
    Predicate<Block> isLabel =
        b -> b.isPlain() && !b.isProse() && !b.isLink() && !places.contains(b.place());
    return length(blocks, isLabel) > MOST_IN_LABELS * length(blocks, b -> true)
        ? blocks
        : blocks.stream().filter(isLabel.negate()).toList();
  }

  /** Whether the article consists of links; beside sentences, only external links count. */
  private static boolean isListOfLinks(List<Block> blocks) {
    boolean hasText = blocks.stream().anyMatch(b -> b.isProse() && !b.isHeading());
    int links = length(blocks, b -> b.isLink() && !(hasText && b.isOwnLink()));
    return links * 2 > length(blocks, b -> true);
  }

  private static int length(List<Block> blocks, Predicate<Block> counts) {
    return blocks.stream().filter(counts).mapToInt(b -> b.text().length()).sum();
  }

  /** Separates the paragraphs of a text from its links to other articles. */
  private static final class Sorting {
    private final List<Block> blocks;
    private final String title;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> related = new ArrayList<>();

    Sorting(List<Block> blocks, String title) {
      this.blocks = blocks;
      this.title = title;
    }

    PageBody sorted() {
      int linksToEnd = blocks.size();
      while (linksToEnd > 0 && PageFurniture.isRelatedLink(blocks.get(linksToEnd - 1))) {
        linksToEnd--;
      }
      boolean isUnderRelated = false;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        boolean isHeadingOfLinks = block.isHeading() && i + 1 == linksToEnd;
        if (PageFurniture.isRelatedLink(block)) {
          addRelated(block, isUnderRelated);
        } else {
          isUnderRelated = PageFurniture.isRelatedLabel(block);
          addParagraph(block, isUnderRelated || isHeadingOfLinks);
        }
      }
      return new PageBody(List.copyOf(paragraphs), related.stream().distinct().toList());
    }

    private void addRelated(Block block, boolean isUnderRelated) {
      String headline = PageFurniture.relatedHeadline(block);
      if (!headline.isEmpty() || isUnderRelated) {
        related.add(headline.isEmpty() ? block.text() : headline);
      }
    }

    private void addParagraph(Block block, boolean isOverLinks) {
      boolean isTitle = !block.isProse() && PageTitle.folded(block.text()).equals(title);
      if (!isOverLinks && !isTitle && !PageFurniture.isLabel(block)) {
        paragraphs.add(block.text());
      }
    }
  }
}
