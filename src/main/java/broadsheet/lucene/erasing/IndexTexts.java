package broadsheet.lucene.erasing;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Searches everything that the files of indexes say, also of what is only marked as deleted, for
 * texts of which some evidence is known. For one use.
 */
public final class IndexTexts {

  /** Paths in the ledger stay on purpose, with the outcome. */
  private static final String LEDGER = "ledger.";

  private final Predicate<String> evidence;
  private final Set<String> places = new TreeSet<>();

  /**
   * @param evidence whether a text is one of them
   */
  public IndexTexts(Predicate<String> evidence) {
    this.evidence = evidence;
  }

  /** The places with such texts in the index in a folder, and in all indexes below it. */
  public Set<String> in(Path folder) throws IOException {
    Path whole = folder.toRealPath();
    try (Stream<Path> below = Files.walk(whole)) {
      for (Path each : below.filter(Files::isDirectory).sorted().toList()) {
        read(each, whole);
      }
    }
    return places;
  }

  private void read(Path folder, Path whole) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          for (LeafReaderContext leaf : reader.leaves()) {
            String where = " in " + PathName.of(folder);
            new Segment(leaf.reader(), where, folder.equals(whole) ? "" : where).read();
          }
        }
      }
    }
  }

  /** One segment of an index in a folder. */
  private final class Segment {
    private final LeafReader reader;
    private final StoredFields stored;
    private final String where;
    private final String beside;

    /**
     * @param where its folder
     * @param beside the same, but empty for the index itself
     */
    Segment(LeafReader reader, String where, String beside) throws IOException {
      this.reader = reader;
      this.where = where;
      this.beside = beside;
      stored = reader.storedFields();
    }

    void read() throws IOException {
      for (int document = 0; document < reader.maxDoc(); document++) {
        if (isHeld(stored.document(document))) {
          places.add(place(document));
        }
      }
      for (FieldInfo field : reader.getFieldInfos()) {
        if (!isPath(field.name)) {
          readTerms(reader.terms(field.name));
          readValues(field);
        }
      }
    }

    private boolean isHeld(Document document) throws IOException {
      if (document.get(NamesDocument.NUMBER) != null) {
        return NamesDocument.of(document).names().stream()
            .flatMap(name -> Stream.concat(Stream.of(name.name().text()), name.forms().stream()))
            .anyMatch(evidence);
      }
      return document.getFields().stream()
          .filter(field -> !isPath(field.name()))
          .map(IndexableField::stringValue)
          .anyMatch(text -> text != null && evidence.test(text));
    }

    private static boolean isPath(String field) {
      return field.startsWith(LEDGER) && !field.equals(LedgerDocument.DETAIL);
    }

    private void readTerms(Terms terms) throws IOException {
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      while (each.next() != null) {
        if (evidence.test(text(each.term()))) {
          PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
          while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            places.add(place(documents.docID()));
          }
        }
      }
    }

    private void readValues(FieldInfo field) throws IOException {
      TermsEnum each =
          switch (field.getDocValuesType()) {
            case SORTED -> DocValues.getSorted(reader, field.name).termsEnum();
            case SORTED_SET -> DocValues.getSortedSet(reader, field.name).termsEnum();
            case NONE, NUMERIC, BINARY, SORTED_NUMERIC -> TermsEnum.EMPTY;
          };
      while (each.next() != null) {
        if (evidence.test(text(each.term()))) {
          places.add("the values of " + field.name + where);
        }
      }
    }

    /** Hashes are terms, too, and no text. */
    private static String text(BytesRef term) {
      return new String(term.bytes, term.offset, term.length, StandardCharsets.UTF_8);
    }

    private String place(int document) throws IOException {
      Bits live = reader.getLiveDocs();
      if (live != null && !live.get(document)) {
        return "something deleted that is still" + where;
      }
      Document found = stored.document(document);
      String id = found.get(IndexSchema.ID);
      if (WithdrawnDocument.is(found)) {
        return "the withdrawn article " + found.get(WithdrawnDocument.ID) + beside;
      } else if (id != null) {
        return "the article " + id + beside;
      } else if (found.get(NamesDocument.NUMBER) != null) {
        return "the names of the archive" + beside;
      }
      return found.get(LedgerDocument.OUTCOME) == null
          ? "a further place of an article" + where
          : "the ledger’s entry about " + LedgerDocument.entry(found).place() + beside;
    }
  }
}
