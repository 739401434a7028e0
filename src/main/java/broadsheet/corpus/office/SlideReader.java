package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads the text of a slide or of its notes. Numbers, dates and footers are left out. Use once. */
final class SlideReader implements XmlEvents.Receiver {
  private static final Set<String> FURNITURE = Set.of("sldNum", "dt", "ftr", "hdr", "sldImg");

  private final BlockCollector blocks = new BlockCollector();
  private Role role = Role.ITEM;
  private boolean isFurniture;
  private boolean isWords;
  private int fallback;

  private SlideReader() {}

  static List<OfficeBlock> of(byte[] slide) throws XMLStreamException {
    SlideReader reader = new SlideReader();
    XmlEvents.read(slide, reader);
    return reader.blocks.blocks();
  }

  @Override
  public void begin(String name, XmlEvents.Attributes attributes) {
    if (fallback > 0 || name.equals("Fallback")) {
      fallback++;
      return;
    }
    switch (name) {
      case "sp" -> {
        role = Role.ITEM;
        isFurniture = false;
      }
      case "ph" -> placeholder(attributes.get("type"));
      case "p" -> blocks.beginParagraph();
      case "t" -> isWords = !isFurniture;
      case "br" -> blocks.add("\n");
      case "tr" -> blocks.beginRow();
      case "tc" -> blocks.beginCell();
      default -> {}
    }
  }

  private void placeholder(String type) {
    isFurniture = FURNITURE.contains(type);
    role =
        switch (type) {
          case "title", "ctrTitle" -> Role.TITLE;
          case "subTitle" -> Role.SUBTITLE;
          default -> Role.ITEM;
        };
  }

  @Override
  public void end(String name) {
    if (fallback > 0) {
      fallback--;
      return;
    }
    switch (name) {
      case "p" -> blocks.endParagraph(role);
      case "t" -> isWords = false;
      case "tr" -> blocks.endRow();
      default -> {}
    }
  }

  @Override
  public void text(String words) {
    if (isWords && fallback == 0) {
      blocks.add(words);
    }
  }
}
