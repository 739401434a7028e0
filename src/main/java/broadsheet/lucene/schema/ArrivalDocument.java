package broadsheet.lucene.schema;

import broadsheet.engine.ArrivalRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * An article that came in for a saved search, as a document of the index, so that one commit brings
 * both. It has none of an article's fields, so no search for articles finds it. The article is
 * named by its {@link Fingerprint}, which it keeps wherever it is moved and whatever id it gets.
 *
 * @param search the id of the saved search
 * @param fingerprint of the article
 * @param article the id it came in under, by which it is found again when it was changed
 * @param micros when, as microseconds since 1970; a later one of the same search is greater
 */
public record ArrivalDocument(String search, BytesRef fingerprint, String article, long micros) {

  /** The saved search. */
  public static final String SEARCH = "arrival.search";

  /** The article. */
  public static final String FINGERPRINT = "arrival.article";

  /** When, as a value to sort by. */
  public static final String AT = "arrival.at";

  /** Search and article together: no two have the same. */
  private static final String KEY = "arrival.key";

  private static final String ID = "arrival.id";

  /** As the index holds it. */
  public Document document() {
    Document document = new Document();
    document.add(new StringField(SEARCH, search, Field.Store.YES));
    document.add(new StringField(KEY, key().bytes(), Field.Store.NO));
    document.add(new StringField(FINGERPRINT, fingerprint, Field.Store.YES));
    document.add(new StoredField(ID, article));
    document.add(new StoredField(AT, micros));
    document.add(new NumericDocValuesField(AT, micros));
    return document;
  }

  /** The way back. */
  public static ArrivalDocument of(Document document) {
    return new ArrivalDocument(
        document.get(SEARCH),
        document.getBinaryValue(FINGERPRINT),
        document.get(ID),
        document.getField(AT).numericValue().longValue());
  }

  /** As it is kept outside of the index. */
  public ArrivalRecord record() {
    String digits =
        HexFormat.of()
            .formatHex(
                fingerprint.bytes, fingerprint.offset, fingerprint.offset + fingerprint.length);
    return new ArrivalRecord(search, digits, article, moment(micros));
  }

  /** The way back. */
  public static ArrivalDocument of(ArrivalRecord kept) {
    return new ArrivalDocument(
        kept.search(),
        new BytesRef(HexFormat.of().parseHex(kept.fingerprint())),
        kept.article(),
        micros(kept.at()));
  }

  /** What no other has. */
  public Term key() {
    byte[] name = search.getBytes(StandardCharsets.UTF_8);
    BytesRef key = new BytesRef(name.length + 1 + fingerprint.length);
    key.length = key.bytes.length;
    System.arraycopy(name, 0, key.bytes, 0, name.length);
    System.arraycopy(
        fingerprint.bytes, fingerprint.offset, key.bytes, name.length + 1, fingerprint.length);
    return new Term(KEY, key);
  }

  /** The same of an article that was changed. */
  public ArrivalDocument of(IndexedArticle changed) {
    return new ArrivalDocument(search, Fingerprint.of(changed), changed.article().id(), micros);
  }

  /** That moment as {@link #AT} holds it. */
  public static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  /** The way back from {@link #micros(Instant)}. */
  public static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
