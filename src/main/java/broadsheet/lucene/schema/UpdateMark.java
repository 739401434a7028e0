package broadsheet.lucene.schema;

import java.io.IOException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * The update of an archive in shards that brought a document. Documents of a rebuild have none.
 *
 * @param update the number of the update, above 0
 * @param name the name of the document in the archive; no letters but those of a URL without
 *     escapes, and no {@code ~}
 * @param home its routing value, without spaces
 * @param isGone whether the document only says that the one of this name is deleted
 */
public record UpdateMark(long update, String name, String home, boolean isGone) {

  /** The field with the number of the update. The underscore keeps it out of articles. */
  public static final String UPDATE = "_update";

  private static final String DOCUMENT = "_document";
  private static final String SEPARATOR = "~";
  private static final String GONE = "-";
  private static final String THERE = "+";

  /** The id of the document: each update writes its own beside the one before. */
  public String id() {
    return idsOf(name) + update;
  }

  /** The beginning of the ids of a document that updates wrote, which a number follows. */
  public static String idsOf(String name) {
    return name + SEPARATOR;
  }

  /** The term of an update; terms are in the order of their numbers. */
  public static BytesRef term(long update) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(update, bytes, 0);
    return new BytesRef(bytes);
  }

  /** The update of a term. */
  public static long update(BytesRef term) {
    return NumericUtils.sortableBytesToLong(term.bytes, term.offset);
  }

  /** Marks a document. */
  public void addTo(Document document) {
    document.add(new StringField(UPDATE, term(update), Field.Store.NO));
    String words = String.join(" ", isGone ? GONE : THERE, name, home);
    document.add(new BinaryDocValuesField(DOCUMENT, new BytesRef(words)));
  }

  /** Reads the marks of an update's documents in a segment. */
  public interface Reader {

    /** The mark of a document; documents are read in increasing order. */
    UpdateMark of(int document) throws IOException;
  }

  /**
   * Reads the marks of documents in a segment.
   *
   * @param update the update that brought them
   */
  public static Reader in(LeafReader segment, long update) throws IOException {
    BinaryDocValues values = segment.getBinaryDocValues(DOCUMENT);
    return document -> {
      if (values == null || !values.advanceExact(document)) {
        throw new CorruptIndexException("an update's document without a name", segment.toString());
      }
      String[] words = values.binaryValue().utf8ToString().split(" ", -1);
      return new UpdateMark(update, words[1], words[2], words[0].equals(GONE));
    };
  }
}
