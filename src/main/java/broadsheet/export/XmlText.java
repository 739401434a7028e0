package broadsheet.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document, which is well-formed for any text. Not thread-safe. */
public final class XmlText {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final int REPLACEMENT = 0xFFFD;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  private XmlText() throws XMLStreamException {
    writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
  }

  /** Writes the content of a document or element. */
  public interface Content {
    void write(XmlText xml) throws XMLStreamException;
  }

  /** The document with this root element, as bytes. */
  public static byte[] document(String root, String namespace, Content content) {
    try {
      XmlText xml = new XmlText();
      xml.writer.writeStartDocument("utf-8", "1.0");
      xml.writer.writeStartElement(root);
      xml.writer.writeDefaultNamespace(namespace);
      content.write(xml);
      xml.writer.writeEndDocument();
      xml.writer.close();
      return xml.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element that contains others. */
  public void element(String name, Content content) throws XMLStreamException {
    writer.writeStartElement(name);
    content.write(this);
    writer.writeEndElement();
  }

  /** Writes an element that contains text; writes nothing if the text is empty. */
  public void text(String name, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      writer.writeStartElement(name);
      writer.writeCharacters(allowed(text));
      writer.writeEndElement();
    }
  }

  /**
   * Writes an empty element.
   *
   * @param attributes names and values in turn
   */
  public void empty(String name, String... attributes) throws XMLStreamException {
    writer.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /** Replaces characters that XML does not allow. Source: XML 1.0, 2.2. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}
