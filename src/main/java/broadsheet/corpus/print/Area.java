package broadsheet.corpus.print;

import broadsheet.article.Box;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.ocr.OcrWord;
import java.util.ArrayList;
import java.util.List;

/** A part of a page that belongs to an article. */
sealed interface Area {

  /** The blocks of this part of a page, in reading order. */
  List<OcrBlock> in(OcrPage page);

  /** All of it. */
  record WholePage() implements Area {
    @Override
    public List<OcrBlock> in(OcrPage page) {
      return page.blocks();
    }
  }

  /** A block, a group of blocks, or else a word, by its id. */
  record Block(String id) implements Area {
    @Override
    public List<OcrBlock> in(OcrPage page) {
      List<OcrBlock> found =
          page.blocks().stream().filter(block -> block.ids().contains(id)).toList();
      return found.isEmpty() ? new Words(id, id).in(page) : found;
    }
  }

  /** The words from one to another, in the order of the page. */
  record Words(String first, String last) implements Area {
    @Override
    public List<OcrBlock> in(OcrPage page) {
      List<OcrBlock> found = new ArrayList<>();
      boolean isIn = false;
      for (OcrBlock block : page.blocks()) {
        List<List<OcrWord>> lines = new ArrayList<>();
        for (List<OcrWord> line : block.lines()) {
          List<OcrWord> words = new ArrayList<>();
          for (OcrWord word : line) {
            isIn |= word.id().equals(first);
            if (isIn) {
              words.add(word);
            }
            if (word.id().equals(last)) {
              add(lines, words);
              add(found, block, lines);
              return found;
            }
          }
          add(lines, words);
        }
        add(found, block, lines);
      }
      return found;
    }

    private static void add(List<List<OcrWord>> lines, List<OcrWord> words) {
      if (!words.isEmpty()) {
        lines.add(words);
      }
    }

    private static void add(List<OcrBlock> found, OcrBlock block, List<List<OcrWord>> lines) {
      if (!lines.isEmpty()) {
        found.add(new OcrBlock(block.ids(), lines));
      }
    }
  }

  /**
   * The words whose centre is in a rectangle.
   *
   * @param left in the unit of the page, as the others
   */
  record Rectangle(double left, double top, double width, double height) implements Area {
    @Override
    public List<OcrBlock> in(OcrPage page) {
      List<OcrBlock> found = new ArrayList<>();
      for (OcrBlock block : page.blocks()) {
        List<List<OcrWord>> lines =
            block.lines().stream()
                .map(line -> line.stream().filter(word -> holds(word.box(), page)).toList())
                .filter(line -> !line.isEmpty())
                .toList();
        if (!lines.isEmpty()) {
          found.add(new OcrBlock(block.ids(), lines));
        }
      }
      return found;
    }

    private boolean holds(Box box, OcrPage page) {
      double x = (box.left() + box.width() / 2) * page.width();
      double y = (box.top() + box.height() / 2) * page.height();
      return x >= left && x <= left + width && y >= top && y <= top + height;
    }
  }
}
