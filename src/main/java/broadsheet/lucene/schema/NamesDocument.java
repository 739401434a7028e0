package broadsheet.lucene.schema;

import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The decisions on an archive's names as documents of its index, each with some thousand names.
 *
 * @param number its place among them, from 0
 * @param entries the names, packed
 */
public record NamesDocument(int number, BytesRef entries) {

  /** Present in each of these documents, with its number. */
  public static final String NUMBER = "names.table";

  /** The term of the first of these documents. */
  public static final Term FIRST = new Term(NUMBER, "0");

  private static final String ENTRIES = "names.entries";
  private static final int MOST = 4_096;
  private static final List<NameKind> KINDS = List.of(NameKind.values());

  /** The documents of a table; none if it is empty. */
  public static List<NamesDocument> of(NameTable table) {
    List<NameEntry> all = List.copyOf(table.entries());
    List<NamesDocument> documents = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST) {
      List<NameEntry> some = all.subList(from, Math.min(all.size(), from + MOST));
      documents.add(new NamesDocument(documents.size(), packed(some)));
    }
    return documents;
  }

  /** Matches all these documents of an index. */
  public static Query all() {
    return new WildcardQuery(new Term(NUMBER, "*"));
  }

  public Document document() {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(NUMBER, Integer.toString(number), Field.Store.YES));
    document.add(new StoredField(ENTRIES, entries));
    return document;
  }

  /** Restores one of these documents from its stored fields. */
  public static NamesDocument of(Document document) {
    return new NamesDocument(
        Integer.parseInt(document.get(NUMBER)),
        BytesRef.deepCopyOf(document.getBinaryValue(ENTRIES)));
  }

  /** All these documents of an index. */
  public static List<NamesDocument> in(IndexReader reader) throws IOException {
    List<NamesDocument> found = new ArrayList<>();
    Terms numbers = MultiTerms.getTerms(reader, NUMBER);
    TermsEnum each = numbers == null ? TermsEnum.EMPTY : numbers.iterator();
    Bits live = MultiBits.getLiveDocs(reader);
    while (each.next() != null) {
      PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          found.add(of(reader.storedFields().document(doc)));
        }
      }
    }
    return found;
  }

  /** The names in it. */
  public List<NameEntry> names() throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(entries.bytes, entries.offset, entries.length);
    List<NameEntry> names = new ArrayList<>();
    while (!in.eof()) {
      Name name = new Name(KINDS.get(in.readByte()), in.readString());
      int articles = in.readVInt();
      List<String> forms = new ArrayList<>();
      for (int left = in.readVInt(); left > 0; left--) {
        forms.add(in.readString());
      }
      names.add(new NameEntry(name, forms, articles));
    }
    return names;
  }

  private static BytesRef packed(List<NameEntry> names) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      for (NameEntry entry : names) {
        out.writeByte((byte) KINDS.indexOf(entry.name().kind()));
        out.writeString(entry.name().text());
        out.writeVInt(entry.articles());
        out.writeVInt(entry.forms().size());
        for (String form : entry.forms()) {
          out.writeString(form);
        }
      }
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
