package broadsheet.lucene.schema;

import broadsheet.article.ItemVersion;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** The terms that find all documents about an item. Stateless. */
public final class ItemTerm {
  private static final String SEPARATOR = "\t";

  private ItemTerm() {}

  /** The common prefix of the terms of all versions of an item. */
  public static String prefix(String key) {
    return key + SEPARATOR;
  }

  /** The term of a version. */
  public static String of(ItemVersion version) {
    return prefix(version.key()) + version.version() + SEPARATOR + version.changedAt();
  }

  /** The version of a term. */
  public static ItemVersion version(String term) {
    String[] parts = term.split(SEPARATOR, -1);
    return new ItemVersion(parts[0], parts[1], parts[2]);
  }

  /** The key of the item of a term. */
  public static String key(BytesRef term) {
    return version(term.utf8ToString()).key();
  }

  /** The doc values with the number of terms that a document has in a field; absent for none. */
  public static String count(String field) {
    return field + ".count";
  }

  /** Adds a term for each version, once, and their number. */
  static void add(String field, Stream<ItemVersion> versions, Document document) {
    List<String> terms = versions.map(ItemTerm::of).distinct().toList();
    terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    if (!terms.isEmpty()) {
      document.add(new NumericDocValuesField(count(field), terms.size()));
    }
  }
}
