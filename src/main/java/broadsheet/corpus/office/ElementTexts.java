package broadsheet.corpus.office;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The first text of each element of a small part, by local name. Immutable. */
record ElementTexts(Map<String, String> texts) {

  /** Reads a part, as far as it is sound. */
  static ElementTexts of(byte[] part) {
    Map<String, String> texts = new HashMap<>();
    try {
      XmlEvents.read(
          part,
          new XmlEvents.Receiver() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public void begin(String name, XmlEvents.Attributes attributes) {
              text.setLength(0);
            }

            @Override
            public void end(String name) {
              if (!text.toString().isBlank()) {
                texts.putIfAbsent(name, text.toString().strip());
              }
              text.setLength(0);
            }

            @Override
            public void text(String words) {
              text.append(words);
            }
          });
    } catch (XMLStreamException e) {
      return new ElementTexts(Map.copyOf(texts));
    }
    return new ElementTexts(Map.copyOf(texts));
  }

  String get(String name) {
    return texts.getOrDefault(name, "");
  }
}
