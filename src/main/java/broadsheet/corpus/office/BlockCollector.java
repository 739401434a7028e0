package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects the paragraphs of a file. A paragraph may contain a text box with others, which precede
 * it. The cells of a table row form one line, unless one has several paragraphs. Not thread-safe.
 */
final class BlockCollector {
  private static final int DEEPEST = 50;

  private final List<OfficeBlock> blocks = new ArrayList<>();
  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private String carried = "";

  /** A table row and the number of its cells that have begun. */
  private static final class Row {
    private final List<OfficeBlock> blocks = new ArrayList<>();
    private int cells;
  }

  void beginParagraph() {
    if (open.size() < DEEPEST) {
      open.push(new StringBuilder(carried));
      carried = "";
    }
  }

  void add(String words) {
    StringBuilder paragraph = open.peek();
    if (paragraph != null) {
      paragraph.append(words);
    }
  }

  void endParagraph(Role role) {
    endParagraph(role, OfficeBlock.NO_HEADING);
  }

  void endParagraph(Role role, int level) {
    StringBuilder paragraph = open.poll();
    if (paragraph != null) {
      add(new OfficeBlock(role, paragraph.toString(), level));
    }
  }

  /** Ends a paragraph that is the initial letter of the next. */
  void endInitial() {
    StringBuilder initial = open.poll();
    carried = initial == null ? "" : initial.toString();
  }

  void add(OfficeBlock block) {
    Row row = rows.peek();
    if (block.isBlank()) {
      return;
    }
    if (row == null) {
      blocks.add(block);
    } else {
      row.blocks.add(block);
    }
  }

  void beginRow() {
    if (rows.size() < DEEPEST) {
      rows.push(new Row());
    }
  }

  void beginCell() {
    Row row = rows.peek();
    if (row != null) {
      row.cells++;
    }
  }

  void endRow() {
    Row row = rows.poll();
    if (row == null) {
      return;
    }
    if (row.blocks.size() <= row.cells && row.blocks.size() > 1) {
      String line =
          row.blocks.stream()
              .map(OfficeBlock::line)
              .collect(Collectors.joining(OfficeBlock.BETWEEN_CELLS));
      add(new OfficeBlock(Role.TEXT, line));
    } else {
      row.blocks.forEach(this::add);
    }
  }

  /** All blocks so far; paragraphs and rows still open are ended. */
  List<OfficeBlock> blocks() {
    while (!open.isEmpty()) {
      endParagraph(Role.TEXT);
    }
    while (!rows.isEmpty()) {
      endRow();
    }
    return List.copyOf(blocks);
  }
}
