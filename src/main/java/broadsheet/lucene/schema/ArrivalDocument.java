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
 * An arrival as a document of the index, so that one commit brings the article and its arrival. It
 * has none of an article's fields, so no search for articles finds it. It refers to the article by
 * {@link Fingerprint}, which stays the same when the article's files move or its id changes.
 *
 * @param search the id of the saved search
 * @param fingerprint the fingerprint of the article
 * @param article the id it had when it arrived, by which it is found again after a change
 * @param micros the time of the arrival, in microseconds since 1970; a later arrival of the same
 *     search has a greater value
 */
public record ArrivalDocument(String search, BytesRef fingerprint, String article, long micros) {

  /** The id of the saved search. */
  public static final String SEARCH = "arrival.search";

  /** The fingerprint of the article. */
  public static final String FINGERPRINT = "arrival.article";

  /** The time, as a sortable value. */
  public static final String AT = "arrival.at";

  /** Search and article together, which are unique. */
  public static final String KEY = "arrival.key";

  private static final String ID = "arrival.id";

  /** The arrival as a document of the index. */
  public Document document() {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(SEARCH, search, Field.Store.YES));
    document.add(new StringField(KEY, key().bytes(), Field.Store.NO));
    document.add(new StringField(FINGERPRINT, fingerprint, Field.Store.YES));
    document.add(new StoredField(ID, article));
    document.add(new StoredField(AT, micros));
    document.add(new NumericDocValuesField(AT, micros));
    return document;
  }

  /** Restores an arrival from {@link #document}. */
  public static ArrivalDocument of(Document document) {
    return new ArrivalDocument(
        document.get(SEARCH),
        document.getBinaryValue(FINGERPRINT),
        document.get(ID),
        document.getField(AT).numericValue().longValue());
  }

  /** The arrival in the form stored outside the index. */
  public ArrivalRecord record() {
    String digits =
        HexFormat.of()
            .formatHex(
                fingerprint.bytes, fingerprint.offset, fingerprint.offset + fingerprint.length);
    return new ArrivalRecord(search, digits, article, moment(micros));
  }

  /** Restores an arrival from {@link #record}. */
  public static ArrivalDocument of(ArrivalRecord kept) {
    return new ArrivalDocument(
        kept.search(),
        new BytesRef(HexFormat.of().parseHex(kept.fingerprint())),
        kept.article(),
        micros(kept.at()));
  }

  /** The unique term of this arrival. */
  public Term key() {
    byte[] name = search.getBytes(StandardCharsets.UTF_8);
    BytesRef key = new BytesRef(name.length + 1 + fingerprint.length);
    key.length = key.bytes.length;
    System.arraycopy(name, 0, key.bytes, 0, name.length);
    System.arraycopy(
        fingerprint.bytes, fingerprint.offset, key.bytes, name.length + 1, fingerprint.length);
    return new Term(KEY, key);
  }

  /** The same arrival after its article was changed. */
  public ArrivalDocument of(IndexedArticle changed) {
    return new ArrivalDocument(search, Fingerprint.of(changed), changed.article().id(), micros);
  }

  /** Returns a moment in the form of {@link #AT}. */
  public static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  /** The reverse of {@link #micros(Instant)}. */
  public static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
