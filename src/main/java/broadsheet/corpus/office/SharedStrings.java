package broadsheet.corpus.office;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The strings that the cells of a workbook refer to by number. */
final class SharedStrings implements XmlEvents.Receiver {
  private final List<String> strings = new ArrayList<>();
  private final StringBuilder string = new StringBuilder();
  private boolean isWords;
  private boolean isPhonetic;

  private SharedStrings() {}

  static List<String> of(byte[] part) throws XMLStreamException {
    SharedStrings reader = new SharedStrings();
    if (part.length > 0) {
      XmlEvents.read(part, reader);
    }
    return reader.strings;
  }

  @Override
  public void begin(String name, XmlEvents.Attributes attributes) {
    switch (name) {
      case "si" -> string.setLength(0);
      case "rPh" -> isPhonetic = true;
      case "t" -> isWords = !isPhonetic;
      default -> {}
    }
  }

  @Override
  public void end(String name) {
    switch (name) {
      case "si" -> strings.add(string.toString());
      case "rPh" -> isPhonetic = false;
      case "t" -> isWords = false;
      default -> {}
    }
  }

  @Override
  public void text(String words) {
    if (isWords) {
      string.append(words);
    }
  }
}
