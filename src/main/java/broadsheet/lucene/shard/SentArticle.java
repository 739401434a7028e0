package broadsheet.lucene.shard;

import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.StoredArticle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;

/** An article on its way to a shard: the format number, then its stored fields. Stateless. */
final class SentArticle {

  private static final byte TEXT = 0;
  private static final byte NUMBER = 1;

  private SentArticle() {}

  /** The bytes of an article. */
  static byte[] bytes(IndexedArticle article) {
    List<IndexableField> stored =
        ArticleDocument.of(article).getFields().stream()
            .filter(field -> field.fieldType().stored())
            .toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(IndexFormat.VERSION);
      out.writeInt(stored.size());
      for (IndexableField field : stored) {
        write(field, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(IndexableField field, DataOutputStream out) throws IOException {
    out.writeUTF(field.name());
    Number number = field.numericValue();
    out.writeByte(number == null ? TEXT : NUMBER);
    if (number == null) {
      byte[] text = field.stringValue().getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    } else {
      out.writeLong(number.longValue());
    }
  }

  /**
   * The article of these bytes.
   *
   * @throws IllegalArgumentException when they are of another format, or damaged
   */
  static IndexedArticle of(byte[] sent) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sent))) {
      int format = in.readInt();
      if (format != IndexFormat.VERSION) {
        throw new IllegalArgumentException(
            "an article of format %s; this plugin writes format %s"
                .formatted(format, IndexFormat.VERSION));
      }
      Document stored = new Document();
      for (int left = in.readInt(); left > 0; left--) {
        stored.add(read(in));
      }
      return new StoredArticle(stored).indexed();
    } catch (IOException e) {
      throw new IllegalArgumentException("not an article of format " + IndexFormat.VERSION, e);
    }
  }

  private static StoredField read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    if (in.readByte() == NUMBER) {
      return new StoredField(name, in.readLong());
    }
    byte[] text = in.readNBytes(in.readInt());
    return new StoredField(name, new String(text, StandardCharsets.UTF_8));
  }
}
