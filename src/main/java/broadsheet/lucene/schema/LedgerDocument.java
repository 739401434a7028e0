package broadsheet.lucene.schema;

import broadsheet.article.ItemVersion;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Stores the ledger as documents of the index, so that one commit changes articles and ledger
 * together. They have none of an article's fields, so no search for articles finds them.
 */
public final class LedgerDocument {

  /** The path of a file, in its own document. */
  public static final String FILE = "ledger.file";

  /** The path of the file an entry is about. */
  public static final String ENTRY_FILE = "ledger.entry";

  /** The outcome of an entry. */
  public static final String OUTCOME = "ledger.outcome";

  /** Orders the entries of one file. */
  public static final String NUMBER = "ledger.number";

  /** The totals of a file, as doc values. */
  public static final String BYTES = "ledger.bytes";

  public static final String ARTICLES = "ledger.articles";
  public static final String SKIPPED = "ledger.skipped";
  public static final String FAILED = "ledger.failed";
  public static final String REMARKED = "ledger.remarked";

  /** The reason of an entry for a duplicate. */
  public static final String THE_SAME = "the same, in every word, as an article kept";

  /** The keys of the items that an entry withdraws. */
  public static final String WITHDRAWN = "ledger.withdrawn";

  /** The path of the file of such an entry and its number; see {@link #noticePrefix}. */
  public static final String NOTICE = "ledger.notice";

  private static final String SEPARATOR = "\0";
  private static final String LOCATION = "ledger.location";
  private static final String READ_AS = "ledger.format";
  private static final String STAMP = "ledger.stamp";
  private static final String DIGEST = "ledger.digest";
  private static final String COMPANIONS = "ledger.companions";
  private static final String WITHDRAWN_ID = "ledger.withdrawn.id";
  private static final String PLACE = "ledger.place";
  public static final String REASON = "ledger.reason";
  public static final String DETAIL = "ledger.detail";

  /**
   * Lucene allows at most 32,766 bytes in a term; no system has such long paths, but archives may.
   */
  private static final int LONGEST_PATH = 8_000;

  private LedgerDocument() {}

  /** The document of a file. */
  public static Document of(FileRecord file) {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(FILE, term(file.path()), Field.Store.NO));
    document.add(new StoredField(FILE, file.path()));
    document.add(new StoredField(LOCATION, file.location()));
    document.add(new StoredField(READ_AS, file.readAs()));
    document.add(new StoredField(STAMP, file.stamp()));
    document.add(new StoredField(DIGEST, file.digest()));
    addNumber(document, BYTES, file.bytes());
    addNumber(document, ARTICLES, file.articles());
    addNumber(document, SKIPPED, file.skipped());
    addNumber(document, FAILED, file.failed());
    addNumber(document, REMARKED, file.remarked());
    if (!file.companions().isEmpty()) {
      document.add(new StoredField(COMPANIONS, file.companions()));
    }
    return document;
  }

  private static void addNumber(Document document, String field, long number) {
    document.add(new StoredField(field, number));
    document.add(new NumericDocValuesField(field, number));
  }

  /** Restores a record from {@link #of(FileRecord)}. */
  public static FileRecord file(Document document) {
    return new FileRecord(
        text(document, FILE),
        text(document, LOCATION),
        text(document, READ_AS),
        text(document, STAMP),
        text(document, DIGEST),
        number(document, BYTES),
        number(document, ARTICLES),
        number(document, SKIPPED),
        number(document, FAILED),
        number(document, REMARKED),
        text(document, COMPANIONS));
  }

  /**
   * The document of an entry.
   *
   * @param file the path of the file it is about
   * @param number orders it among the file's entries
   */
  public static Document of(String file, long number, LedgerEntry entry) {
    return entry(term(file), number, entry);
  }

  /**
   * The same.
   *
   * @param fileTerm the {@link #term} of the file's path
   */
  public static Document entry(String fileTerm, long number, LedgerEntry entry) {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(ENTRY_FILE, fileTerm, Field.Store.NO));
    document.add(new SortedDocValuesField(ENTRY_FILE, new BytesRef(fileTerm)));
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(new StringField(OUTCOME, term(entry.outcome()), Field.Store.YES));
    document.add(new StoredField(PLACE, entry.place()));
    document.add(new StoredField(REASON, entry.reason()));
    document.add(new SortedDocValuesField(REASON, new BytesRef(entry.reason())));
    document.add(new StoredField(DETAIL, entry.detail()));
    if (!entry.withdrawn().isEmpty()) {
      document.add(new StringField(NOTICE, fileTerm + SEPARATOR + number, Field.Store.YES));
    }
    for (ItemVersion version : entry.withdrawn()) {
      document.add(new StringField(WITHDRAWN, version.key(), Field.Store.NO));
      document.add(new StoredField(WITHDRAWN, ItemTerm.of(version)));
    }
    for (String id : entry.withdrawnIds()) {
      document.add(new StringField(WithdrawnDocument.ID, id, Field.Store.NO));
      document.add(new StoredField(WITHDRAWN_ID, id));
    }
    return document;
  }

  /** The document of a notice, by its {@link #NOTICE}. */
  public static Document notice(String key, LedgerEntry entry) {
    int end = key.lastIndexOf(SEPARATOR);
    return entry(key.substring(0, end), Long.parseLong(key.substring(end + 1)), entry);
  }

  /** The common prefix of the {@link #NOTICE} of all entries of a file. */
  public static String noticePrefix(String file) {
    return term(file) + SEPARATOR;
  }

  /** Restores an entry from {@link #of(String, long, LedgerEntry)}. */
  public static LedgerEntry entry(Document document) {
    return new LedgerEntry(
        Outcome.valueOf(text(document, OUTCOME).toUpperCase(Locale.ROOT)),
        text(document, PLACE),
        text(document, REASON),
        text(document, DETAIL),
        Arrays.stream(document.getValues(WITHDRAWN)).map(ItemTerm::version).toList(),
        List.of(document.getValues(WITHDRAWN_ID)));
  }

  /** The entry for one further location of an article. */
  public static LedgerEntry duplicate(RecordPlace place, String id) {
    return new LedgerEntry(Outcome.DUPLICATE, place.printed(), THE_SAME, id);
  }

  /**
   * The entry for the further locations of an article, which are only counted.
   *
   * @param first its first location
   */
  public static LedgerEntry duplicates(RecordPlace first, String id, long count) {
    String places = count == 1 ? "place" : "places";
    String detail = String.format(Locale.ROOT, "%s, at %,d more %s", id, count, places);
    return new LedgerEntry(Outcome.DUPLICATE, first.file(), THE_SAME, detail);
  }

  /** Returns a path in the form of {@link #FILE} and {@link #ENTRY_FILE}. */
  public static String term(String path) {
    return path.length() <= LONGEST_PATH
        ? path
        : path.substring(0, LONGEST_PATH) + "~" + Integer.toHexString(path.hashCode());
  }

  /** The term of the document of a file. */
  public static Term fileTerm(String path) {
    return new Term(FILE, term(path));
  }

  /** Returns an outcome in the form of {@link #OUTCOME}. */
  public static String term(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Document document, String field) {
    String value = document.get(field);
    return value == null ? "" : value;
  }

  private static long number(Document document, String field) {
    IndexableField value = document.getField(field);
    return value == null ? 0 : value.numericValue().longValue();
  }
}
