package broadsheet.corpus.office;

import broadsheet.article.Chapter;
import broadsheet.corpus.office.OfficeBlock.Role;
import broadsheet.corpus.record.EnclosedFiles.OwnText;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts a long document into its chapters, which begin with the headings of the highest level that
 * has several. A short one is no book. Stateless.
 */
final class OfficeChapters {
  /** About ten pages, in characters. */
  private static final int SHORTEST = 20_000;

  private static final int FEWEST = 3;
  private static final int LOWEST = 9;
  private static final int LONGEST_LABEL = 120;

  /** The name of what is before the first chapter. */
  private static final String OPENING = "opening";

  private OfficeChapters() {}

  /** The chapters in reading order; none if the document has no chapters or is short. */
  static List<OwnText> of(List<OfficeBlock> blocks) {
    int length = blocks.stream().mapToInt(block -> block.text().length()).sum();
    int level =
        length < SHORTEST
            ? OfficeBlock.NO_HEADING
            : IntStream.rangeClosed(1, LOWEST)
                .filter(l -> blocks.stream().filter(b -> b.level() == l).count() >= FEWEST)
                .findFirst()
                .orElse(OfficeBlock.NO_HEADING);
    return level == OfficeBlock.NO_HEADING ? List.of() : parted(blocks, level);
  }

  private static List<OwnText> parted(List<OfficeBlock> blocks, int level) {
    List<OwnText> chapters = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= blocks.size(); i++) {
      boolean isEnd =
          i == blocks.size()
              || (blocks.get(i).level() > OfficeBlock.NO_HEADING && blocks.get(i).level() <= level);
      if (isEnd) {
        chapters.add(chapter(blocks.subList(start, i)));
        start = i;
      }
    }
    return chapters;
  }

  private static OwnText chapter(List<OfficeBlock> blocks) {
    boolean isOpening = blocks.getFirst().level() == OfficeBlock.NO_HEADING;
    List<String> paragraphs = new ArrayList<>();
    if (!isOpening) {
      paragraphs.add(blocks.getFirst().line());
    }
    paragraphs.addAll(paragraphs(isOpening ? blocks : blocks.subList(1, blocks.size())));
    return new OwnText(new Chapter(isOpening ? OPENING : label(blocks.getFirst())), paragraphs);
  }

  private static String label(OfficeBlock heading) {
    String line = heading.line();
    if (line.length() <= LONGEST_LABEL) {
      return line;
    }
    int blank = line.lastIndexOf(' ', LONGEST_LABEL);
    return line.substring(0, blank < 0 ? LONGEST_LABEL : blank) + " \u2026";
  }

  /** The paragraphs of blocks, whose lines may have been broken at one width. */
  static List<String> paragraphs(List<OfficeBlock> blocks) {
    List<String> lines =
        blocks.stream().flatMap(block -> block.text().lines()).map(CleanText::line).toList();
    boolean isOfSlides = blocks.stream().anyMatch(block -> block.role() == Role.ITEM);
    return isOfSlides ? CleanText.lines(lines) : Paragraphs.of(lines);
  }
}
