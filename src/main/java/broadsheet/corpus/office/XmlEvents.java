package broadsheet.corpus.office;

import broadsheet.corpus.encoding.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Streams the elements of a part to a receiver, as SAX does, by local names. No document type is
 * read, so nothing is fetched and nothing expands. Not thread-safe.
 */
final class XmlEvents {
  /** Deeper elements end the reading of a part: no program writes them. */
  private static final int DEEPEST = 1_000;

  /** Receives the elements and words of a part. */
  interface Receiver {
    void begin(String name, Attributes attributes);

    void end(String name);

    void text(String words);
  }

  /** The attributes of an element, by local name. */
  static final class Attributes {
    private final XMLStreamReader reader;

    private Attributes(XMLStreamReader reader) {
      this.reader = reader;
    }

    /** The value; empty if there is none. */
    String get(String name) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        if (reader.getAttributeLocalName(i).equals(name)) {
          return reader.getAttributeValue(i);
        }
      }
      return "";
    }

    /** The id of a relationship, which has a prefix; a slide also has a number of that name. */
    String relationship() {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        boolean hasNamespace = reader.getAttributeNamespace(i) != null;
        if (hasNamespace && reader.getAttributeLocalName(i).equals("id")) {
          return reader.getAttributeValue(i);
        }
      }
      return "";
    }
  }

  private XmlEvents() {}

  /** Characters that are no UTF-8 do not end a part. */
  private static Reader decoded(byte[] part) {
    try {
      return Decoding.reader(Decoding.withoutUtf16(new ByteArrayInputStream(part)));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  /**
   * Passes on a part. If it has an error, the events before the error have been passed on.
   *
   * @throws XMLStreamException if it is not well-formed or nested too deeply
   */
  static void read(byte[] part, Receiver receiver) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(decoded(part));
    Attributes attributes = new Attributes(reader);
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("nested deeper than " + DEEPEST + " elements");
          }
          receiver.begin(reader.getLocalName(), attributes);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          receiver.end(reader.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            receiver.text(reader.getText());
        default -> {}
      }
    }
  }
}
