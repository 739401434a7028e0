package broadsheet.corpus.ocr;

import broadsheet.article.Box;
import broadsheet.corpus.ocr.OcrWord.Half;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the words of a page with their places in the source's own unit, and turns these into
 * shares of the page at the end. Not thread-safe.
 */
final class PageBuilder {
  /** Words may reach this much beyond the stated page before its size is held to be wrong. */
  private static final double TOLERANCE = 1.02;

  /** Groups nest at most two or three deep. */
  private static final int MOST_GROUPS = 16;

  /** More words than the largest page of classified advertisements. */
  private static final int MOST_WORDS = 200_000;

  private static final String SOFT_HYPHEN = "\u00ad";

  private record Raw(
      String id,
      String text,
      Half half,
      String whole,
      SourceRectangle area,
      float confidence,
      boolean joins) {}

  private record RawBlock(List<String> ids, List<List<Raw>> lines) {}

  private final List<RawBlock> blocks = new ArrayList<>();
  private List<List<Raw>> lines = new ArrayList<>();
  private List<Raw> line = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();

  /** Number of nested groups that are ignored, inside the last one kept. */
  private int deeper;

  private List<String> blockIds = List.of();
  private double width;
  private double height;
  private double right;
  private double bottom;
  private int words;

  PageBuilder size(double pageWidth, double pageHeight) {
    width = Double.isFinite(pageWidth) ? Math.max(0, pageWidth) : 0;
    height = Double.isFinite(pageHeight) ? Math.max(0, pageHeight) : 0;
    return this;
  }

  /** Starts a group of blocks, which may be in another. */
  void startGroup(String id) {
    endBlock();
    if (groups.size() < MOST_GROUPS) {
      groups.add(id);
    } else {
      deeper++;
    }
  }

  void endGroup() {
    endBlock();
    if (deeper > 0) {
      deeper--;
    } else if (!groups.isEmpty()) {
      groups.removeLast();
    }
  }

  /**
   * Starts a block.
   *
   * @param id empty if it has none
   */
  void startBlock(String id) {
    endBlock();
    blockIds = new ArrayList<>(groups.size() + 1);
    blockIds.add(id);
    blockIds.addAll(groups);
    blockIds.removeIf(String::isEmpty);
  }

  void endBlock() {
    endLine();
    if (!lines.isEmpty()) {
      blocks.add(new RawBlock(blockIds, lines));
      lines = new ArrayList<>();
    }
    blockIds = List.copyOf(groups);
  }

  void endLine() {
    if (!line.isEmpty()) {
      lines.add(line);
      line = new ArrayList<>();
    }
  }

  /**
   * Adds a line whose words have no places of their own; each gets its share of the line's width,
   * by length.
   */
  void line(String text, SourceRectangle area, float confidence) {
    String clean = CleanText.line(text);
    double letter = area.width() / Math.max(1, clean.length());
    int from = 0;
    while (from < clean.length()) {
      int blank = clean.indexOf(' ', from);
      int to = blank < 0 ? clean.length() : blank;
      double left = area.left() + from * letter;
      SourceRectangle its =
          new SourceRectangle(left, area.top(), (to - from) * letter, area.height());
      boolean isCut = to == clean.length() && text.endsWith(SOFT_HYPHEN);
      word(clean.substring(from, to) + (isCut ? SOFT_HYPHEN : ""), its, confidence);
      from = to + 1;
    }
  }

  void word(String text, SourceRectangle area, float confidence) {
    word("", text, Half.NEITHER, "", area, confidence, false);
  }

  /** Adds a word; several in one are separate words at the same place, and a blank one is none. */
  void word(
      String id,
      String text,
      Half half,
      String whole,
      SourceRectangle area,
      float confidence,
      boolean joins) {
    String clean = CleanText.line(text);
    boolean isOpen = half == Half.NEITHER && text.endsWith(SOFT_HYPHEN);
    if (clean.isEmpty() || words >= MOST_WORDS) {
      return;
    }
    right = Math.max(right, area.right());
    bottom = Math.max(bottom, area.bottom());
    boolean isOne = clean.indexOf(' ') < 0;
    for (String part : isOne ? new String[] {clean} : clean.split(" ", -1)) {
      Half its = isOpen ? Half.FIRST : isOne ? half : Half.NEITHER;
      line.add(new Raw(id, part, its, isOne ? whole : "", area, confidence, joins));
      words++;
    }
  }

  /** Marks the last word as the first half of a word that continues on the next line. */
  void hyphen() {
    if (!line.isEmpty() && line.getLast().half() == Half.NEITHER) {
      Raw last = line.removeLast();
      line.add(
          new Raw(
              last.id(),
              last.text(),
              Half.FIRST,
              "",
              last.area(),
              last.confidence(),
              last.joins()));
    }
  }

  OcrPage page(String image, boolean isCutOff) {
    endBlock();
    double wide = scale(width, right);
    double high = scale(height, bottom);
    List<OcrBlock> made = blocks.stream().map(block -> block(block, wide, high)).toList();
    return new OcrPage(
        (int) Math.min(width, 1e6), (int) Math.min(height, 1e6), image, made, isCutOff);
  }

  /** Returns the stated length, or the extent of the print if that exceeds it. */
  private static double scale(double stated, double reached) {
    return stated > 0 && reached <= stated * TOLERANCE ? stated : Math.max(reached, 1);
  }

  private static OcrBlock block(RawBlock block, double wide, double high) {
    return new OcrBlock(
        block.ids(),
        block.lines().stream()
            .map(line -> line.stream().map(word -> word(word, wide, high)).toList())
            .toList());
  }

  private static OcrWord word(Raw raw, double wide, double high) {
    SourceRectangle area = raw.area();
    Box box =
        Box.onPage(
            area.left() / wide, area.top() / high, area.right() / wide, area.bottom() / high);
    return new OcrWord(
        raw.id(), raw.text(), raw.half(), raw.whole(), box, raw.confidence(), raw.joins());
  }
}
