package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the text of RTF by the group it is in: the body with its tables, the notes, which come
 * after it, and the properties. Not thread-safe.
 */
final class RtfText {
  private final BlockCollector body = new BlockCollector();
  private final BlockCollector notes = new BlockCollector();
  private final Map<String, StringBuilder> properties = new HashMap<>();
  private boolean isInRow;

  RtfText() {
    body.beginParagraph();
  }

  void add(String words, RtfGroup group) {
    switch (group.target) {
      case "" -> body.add(words);
      case "footnote" -> notes.add(words);
      case "title", "author" ->
          properties.computeIfAbsent(group.target, t -> new StringBuilder()).append(words);
      default -> {}
    }
  }

  /** Adds a part of the time of creation. */
  void addTime(String word, int number, RtfGroup group) {
    if (group.target.equals("creatim")) {
      String digits = String.valueOf(number);
      properties.putIfAbsent(word, new StringBuilder(digits.length() < 2 ? "0" + digits : digits));
    }
  }

  void beginNote(RtfGroup group) {
    if (!group.isNote()) {
      group.startTarget("footnote");
      notes.beginParagraph();
    }
  }

  void endNote() {
    notes.endParagraph(Role.TEXT);
  }

  void endParagraph(RtfGroup group) {
    if (group.isLeftOut) {
      return;
    }
    if (group.isNote()) {
      notes.endParagraph(Role.TEXT);
      notes.beginParagraph();
    } else if (group.target.isEmpty()) {
      body.endParagraph(Role.TEXT);
      body.beginParagraph();
    }
  }

  void beginRow(RtfGroup group) {
    if (group.isBody() && !isInRow) {
      endParagraph(group);
      body.beginRow();
      isInRow = true;
    }
  }

  void endCell(RtfGroup group) {
    if (group.isBody()) {
      body.beginCell();
      endParagraph(group);
    }
  }

  void endRow(RtfGroup group) {
    if (group.isBody() && isInRow) {
      body.endParagraph(Role.TEXT);
      body.endRow();
      body.beginParagraph();
      isInRow = false;
    }
  }

  /** The text of the whole file. Call it once, at its end. */
  OfficeText finished() {
    body.endParagraph(Role.TEXT);
    List<OfficeBlock> blocks = new ArrayList<>(body.blocks());
    blocks.addAll(notes.blocks());
    return new OfficeText(blocks, property("title"), property("author"), created(), List.of());
  }

  private String created() {
    String year = property("yr");
    return year.isEmpty() ? "" : year + "-" + property("mo") + "-" + property("dy");
  }

  private String property(String name) {
    StringBuilder value = properties.get(name);
    return value == null ? "" : value.toString();
  }
}
