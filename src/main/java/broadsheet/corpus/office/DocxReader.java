package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the body or the notes of a Word file. Deleted, moved and hidden text, phonetic guides, the
 * alternative form of text boxes, and the notes that only draw a line are left out. Use once.
 */
final class DocxReader implements XmlEvents.Receiver {
  private static final Set<String> LEFT_OUT =
      Set.of("del moveFrom Fallback instrText delText pict rPrChange pPrChange rt".split(" ", -1));

  private static final Set<String> NO = Set.of("0", "false", "off");

  private final WordStyles styles;
  private final Function<String, List<OfficeBlock>> chunks;
  private final BlockCollector blocks = new BlockCollector();
  private final List<Paragraph> open = new ArrayList<>();
  private int leftOut;
  private boolean isWords;
  private boolean isHidden;

  /** A paragraph that has begun. */
  private static final class Paragraph {
    private Role role = Role.TEXT;
    private int level = OfficeBlock.NO_HEADING;
    private boolean isInitial;
  }

  /**
   * @param chunks finds the blocks of a part by the id of its relationship
   */
  DocxReader(WordStyles styles, Function<String, List<OfficeBlock>> chunks) {
    this.styles = styles;
    this.chunks = chunks;
  }

  List<OfficeBlock> blocks() {
    return blocks.blocks();
  }

  @Override
  public void begin(String name, XmlEvents.Attributes attributes) {
    if (leftOut > 0 || isLeftOut(name, attributes)) {
      leftOut++;
      return;
    }
    switch (name) {
      case "p" -> {
        open.add(new Paragraph());
        blocks.beginParagraph();
      }
      case "pStyle" -> {
        paragraph().role = styles.role(attributes.get("val"));
        paragraph().level = styles.level(attributes.get("val"));
      }
      case "outlineLvl" -> paragraph().level = WordStyles.outlineLevel(attributes.get("val"));
      case "framePr" -> paragraph().isInitial = !attributes.get("dropCap").isEmpty();
      case "r" -> isHidden = false;
      case "vanish" -> isHidden = !NO.contains(attributes.get("val"));
      case "t" -> isWords = !isHidden;
      case "tab", "ptab" -> blocks.add(isInRun() ? " " : "");
      case "br", "cr" -> blocks.add("\n");
      case "noBreakHyphen" -> blocks.add("-");
      case "tr" -> blocks.beginRow();
      case "tc" -> blocks.beginCell();
      case "altChunk" -> chunks.apply(attributes.get("id")).forEach(blocks::add);
      default -> {}
    }
  }

  private static boolean isLeftOut(String name, XmlEvents.Attributes attributes) {
    boolean isNote = name.equals("footnote") || name.equals("endnote");
    return LEFT_OUT.contains(name) || (isNote && !attributes.get("type").isEmpty());
  }

  private Paragraph paragraph() {
    return open.isEmpty() ? new Paragraph() : open.getLast();
  }

  private boolean isInRun() {
    return !open.isEmpty();
  }

  @Override
  public void end(String name) {
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    switch (name) {
      case "p" -> endParagraph();
      case "t" -> isWords = false;
      case "tr" -> blocks.endRow();
      default -> {}
    }
  }

  private void endParagraph() {
    Paragraph ended = open.isEmpty() ? new Paragraph() : open.removeLast();
    if (ended.isInitial) {
      blocks.endInitial();
    } else {
      blocks.endParagraph(ended.role, ended.level);
    }
  }

  @Override
  public void text(String words) {
    if (isWords && leftOut == 0) {
      blocks.add(words);
    }
  }
}
