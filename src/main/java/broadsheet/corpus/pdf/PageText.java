package broadsheet.corpus.pdf;

import broadsheet.article.WordPlaces;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes the blocks of a page, in reading order, into paragraphs. */
final class PageText {
  /** A first line is indented by this part of the size. */
  private static final double INDENT = 0.7;

  /** A line that ends this part of the column's width before its edge may be a last one. */
  private static final double SHORT = 0.12;

  /** A paragraph is parted from the next by this many times the usual distance of lines. */
  private static final double PARTED = 1.3;

  /** Letters of a heading are larger than most by this factor. */
  private static final double LARGER = 1.18;

  private static final double SAME_SIZE = 1.1;
  private static final Pattern HYPHEN = Pattern.compile(".*\\p{L}[-\u2010\u00ad\u00ac]");
  private static final Pattern AFTER_HYPHEN = Pattern.compile("(?:and|or|to|und|oder|et|ou)\\b.*");

  private final UnaryOperator<String> joining;
  private final Sheet sheet;
  private final double usual;
  private final List<PdfParagraph> paragraphs = new ArrayList<>();
  private Bounds before = new Bounds(0, 0, 0, 0);

  /**
   * @param joining makes a word that was broken at a line end, given with its hyphen, whole
   */
  private PageText(UnaryOperator<String> joining, Sheet sheet, double usual) {
    this.joining = joining;
    this.sheet = sheet;
    this.usual = usual;
  }

  static List<PdfParagraph> paragraphs(
      List<TextBlock> blocks, Sheet sheet, UnaryOperator<String> joining) {
    PageText text = new PageText(joining, sheet, usualSize(blocks));
    blocks.forEach(text::add);
    return text.paragraphs;
  }

  /** The size of most letters on the page. */
  static double usualSize(List<TextBlock> blocks) {
    List<double[]> sizes = new ArrayList<>();
    double letters = 0;
    for (TextBlock block : blocks) {
      for (Line line : block.lines()) {
        double length = line.text().length();
        sizes.add(new double[] {line.size(), length});
        letters += length;
      }
    }
    sizes.sort(Comparator.comparingDouble(size -> size[0]));
    double seen = 0;
    for (double[] size : sizes) {
      seen += size[1];
      if (seen * 2 >= letters) {
        return size[0];
      }
    }
    return 0;
  }

  private void add(TextBlock block) {
    boolean isHeading = isHeading(block);
    Shape shape = new Shape(block, leading(block), isFlushLeft(block));
    List<Line> paragraph = new ArrayList<>();
    boolean isFirst = true;
    for (Line line : block.lines()) {
      boolean isNew =
          !paragraph.isEmpty()
              && (block.isTable()
                  || Bullets.begins(line)
                  || (!isHeading && isParted(paragraph.getLast(), line, shape)));
      if (isNew) {
        end(paragraph, block, isFirst);
        isFirst = false;
        paragraph = new ArrayList<>();
      }
      paragraph.add(line);
    }
    end(paragraph, block, isFirst);
    before = block.box();
  }

  private boolean isHeading(TextBlock block) {
    return block.size() > LARGER * usual && !block.isTable();
  }

  private static double leading(TextBlock block) {
    List<Double> distances = new ArrayList<>();
    for (int i = 1; i < block.lines().size(); i++) {
      Bounds above = block.lines().get(i - 1).box();
      distances.add(block.lines().get(i).box().bottom() - above.bottom());
    }
    distances.sort(Comparator.naturalOrder());
    return distances.isEmpty() ? block.size() : distances.get(distances.size() / 2);
  }

  /**
   * The setting of the lines of a block.
   *
   * @param leading the usual distance of its lines
   * @param isFlush whether most lines begin at its left edge, so that others are indented
   */
  private record Shape(TextBlock block, double leading, boolean isFlush) {}

  private static boolean isFlushLeft(TextBlock block) {
    double edge = block.box().left() + INDENT * block.size();
    long flush = block.lines().stream().filter(line -> line.box().left() <= edge).count();
    return 2 * flush >= block.lines().size();
  }

  private static boolean isParted(Line above, Line line, Shape shape) {
    TextBlock block = shape.block();
    boolean isIndented =
        shape.isFlush()
            && line.box().left() - block.box().left() > INDENT * block.size()
            && above.box().left() - block.box().left() <= INDENT * block.size();
    boolean isApart = line.box().bottom() - above.box().bottom() > PARTED * shape.leading() + 1;
    boolean isShort = block.box().right() - above.box().right() > SHORT * block.box().width();
    return isApart
        || (isIndented && !isHyphenated(above.text()) && !Bullets.isHanging(line, above))
        || (isShort && endsSentence(above.text()) && !startsSmall(line.text()));
  }

  /** Adds a paragraph; the first of a block may continue the last of the column before. */
  private void end(List<Line> lines, TextBlock block, boolean isFirst) {
    PlacedText placed = joined(lines);
    String text = placed.text();
    double size = block.size();
    Bounds box = lines.getFirst().box();
    boolean isLarge = isHeading(block);
    boolean isItem = block.isTable() || Bullets.begins(lines.getFirst());
    if (isFirst && !isLarge && !isItem && !paragraphs.isEmpty()) {
      PdfParagraph last = paragraphs.getLast();
      boolean isNextColumn = block.box().top() < before.bottom();
      boolean isContinued =
          isNextColumn
              && !last.isHeading()
              && Math.max(size, last.size()) <= SAME_SIZE * Math.min(size, last.size())
              && (isHyphenated(last.text()) || !endsSentence(last.text()))
              && startsSmall(text);
      if (isContinued) {
        paragraphs.removeLast();
        PlacedText whole = PlacedText.of(last).and(placed, join(last.text(), text));
        paragraphs.add(
            new PdfParagraph(
                whole.text(), last.size(), last.top(), false, WordPlaces.of(whole.places())));
        return;
      }
    }
    if (!text.isBlank()) {
      paragraphs.add(
          new PdfParagraph(text, size, box.top(), isLarge, WordPlaces.of(placed.places())));
    }
  }

  private PlacedText joined(List<Line> lines) {
    PlacedText text = PlacedText.of(lines.getFirst(), sheet);
    for (Line line : lines.subList(1, lines.size())) {
      PlacedText next = PlacedText.of(line, sheet);
      text = text.and(next, join(text.text(), next.text()));
    }
    return text;
  }

  private String join(String before, String after) {
    if (!isHyphenated(before) || !startsSmall(after) || AFTER_HYPHEN.matcher(after).matches()) {
      boolean isCompound = isHyphenated(before) && !AFTER_HYPHEN.matcher(after).matches();
      return isCompound ? before + after : before + " " + after;
    }
    int start = before.lastIndexOf(' ') + 1;
    int end = after.indexOf(' ') < 0 ? after.length() : after.indexOf(' ');
    String broken = before.substring(start) + after.substring(0, end);
    return before.substring(0, start) + joining.apply(broken) + after.substring(end);
  }

  static boolean isHyphenated(String text) {
    return HYPHEN.matcher(text.length() > 40 ? text.substring(text.length() - 40) : text).matches();
  }

  private static boolean startsSmall(String text) {
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }

  private static boolean endsSentence(String text) {
    return Paragraphs.endsSentence(text);
  }
}
