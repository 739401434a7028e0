package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the text of an OpenDocument file. Notes come at the end; comments, phonetic guides and
 * descriptions of pictures are left out. Use once.
 */
final class OdtReader implements XmlEvents.Receiver {
  private static final Set<String> LEFT_OUT =
      Set.of(
          ("annotation tracked-changes note-citation binary-data script scripts forms"
                  + " ruby-text desc master-styles font-face-decls table-of-content settings")
              .split(" ", -1));

  private static final int MOST_SPACES = 100;

  private final BlockCollector body = new BlockCollector();
  private final BlockCollector notes = new BlockCollector();
  private final Map<String, String> parents = new HashMap<>();
  private final List<Role> roles = new ArrayList<>();
  private int leftOut;
  private int level = 1;
  private int inNote;

  /** The text, then the notes. */
  List<OfficeBlock> blocks() {
    List<OfficeBlock> blocks = new ArrayList<>(body.blocks());
    blocks.addAll(notes.blocks());
    return blocks;
  }

  private BlockCollector current() {
    return inNote > 0 ? notes : body;
  }

  @Override
  public void begin(String name, XmlEvents.Attributes attributes) {
    if (leftOut > 0 || LEFT_OUT.contains(name)) {
      leftOut++;
      return;
    }
    switch (name) {
      case "style" -> parents.put(attributes.get("name"), attributes.get("parent-style-name"));
      case "h" -> {
        level = Math.max(1, small(attributes.get("outline-level")));
        begin(Role.HEADING);
      }
      case "p" -> begin(role(attributes.get("style-name")));
      case "s" -> current().add(" ".repeat(small(attributes.get("c"))));
      case "tab" -> current().add(" ");
      case "line-break" -> current().add("\n");
      case "note-body" -> inNote++;
      case "table-row" -> current().beginRow();
      case "table-cell" -> current().beginCell();
      default -> {}
    }
  }

  private void begin(Role role) {
    roles.add(role);
    current().beginParagraph();
  }

  private Role role(String style) {
    String parent = parents.getOrDefault(style, "");
    return switch (parent.isEmpty() ? style : parent) {
      case "Title" -> Role.TITLE;
      case "Subtitle" -> Role.SUBTITLE;
      default -> Role.TEXT;
    };
  }

  /** A small number; 1 where none is stated. */
  private static int small(String count) {
    boolean isNumber =
        !count.isEmpty() && count.length() <= 3 && count.chars().allMatch(Character::isDigit);
    return isNumber ? Math.min(Integer.parseInt(count), MOST_SPACES) : 1;
  }

  @Override
  public void end(String name) {
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    switch (name) {
      case "h", "p" -> {
        Role role = roles.isEmpty() ? Role.TEXT : roles.removeLast();
        current().endParagraph(role, role == Role.HEADING ? level : OfficeBlock.NO_HEADING);
      }
      case "note-body" -> inNote--;
      case "table-row" -> current().endRow();
      default -> {}
    }
  }

  @Override
  public void text(String words) {
    if (leftOut == 0) {
      current().add(words);
    }
  }
}
