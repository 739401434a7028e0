package broadsheet.lucene.index;

import broadsheet.engine.ArticleProgress;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.lucene.erasing.Erasures;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.schema.WithdrawnDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The index that an upgrade replaces, in a format from {@link IndexFormat#OLDEST} on. Its articles
 * are taken over as they were read from their files, which are not needed: what was settled about
 * them (duplicates, ids, languages, furniture, versions, groups, names) is settled anew. Only
 * stored fields are read, and the terms and columns that relate documents. Not thread-safe.
 */
final class FormerIndex implements AutoCloseable {

  private final DirectoryReader reader;
  private final Erasures erasures;

  /** The fingerprints, as that format has them, of articles with further locations. */
  private final Map<Integer, BytesRef> shared = new HashMap<>();

  private FormerIndex(DirectoryReader reader, Erasures erasures) throws IOException {
    this.reader = reader;
    this.erasures = erasures;
    LiveTerms live = new LiveTerms(reader);
    live.streamWithPrefix(
        PlaceDocument.ARTICLE,
        "",
        (fingerprint, places) -> {
          if (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            BytesRef kept = BytesRef.deepCopyOf(fingerprint);
            live.first(IndexSchema.FINGERPRINT, kept)
                .ifPresent(document -> shared.put(document, kept));
          }
        });
  }

  /**
   * Opens the newest commit of a directory, once every byte of it is verified.
   *
   * @param erasures keeps articles out
   * @throws broadsheet.engine.EngineException when there is none, it is damaged, or of a format
   *     that cannot be upgraded
   */
  static FormerIndex of(Directory directory, Path folder, Erasures erasures) {
    try {
      CommitFiles.verifyAll(directory);
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        IndexFormat.requireUpgradable(reader.getIndexCommit().getUserData(), folder);
        return new FormerIndex(reader, erasures);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /** The files and folders it was made from. */
  List<Source> sources() throws IOException {
    return IndexFormat.sources(reader.getIndexCommit().getUserData());
  }

  /**
   * Adds everything to an index.
   *
   * @param counts learns of each record
   * @param files receives the record of each file
   * @param progress learns of each article
   * @return the number of articles
   */
  long addTo(
      OpenedIndex index,
      ArticleWriting articles,
      SourceCounts counts,
      Consumer<FileRecord> files,
      ArticleProgress progress)
      throws IOException {
    long added = 0;
    long all = reader.getDocCount(IndexSchema.FINGERPRINT); // deleted ones too
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      StoredFields stored = leaf.reader().storedFields();
      Entries entries = new Entries(leaf.reader(), files);
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if (live == null || live.get(document)) {
          Document each = stored.document(document);
          Optional<Document> ledger = entries.of(document, each);
          Optional<IndexedArticle> article = WithdrawnDocument.asRead(each);
          if (ledger.isPresent()) {
            index.writer().addDocument(ledger.get());
          } else if (article.isPresent() && !erasures.keepOut(article.get())) {
            article.get().places().forEach(place -> counts.came(place.file()));
            articles.submit(article.get());
            addFurther(leaf.docBase + document, article.get(), index, counts);
            progress.reached(++added, Math.max(added, all));
          }
        }
      }
    }
    return added;
  }

  private void addFurther(
      int document, IndexedArticle article, OpenedIndex index, SourceCounts counts)
      throws IOException {
    BytesRef fingerprint = shared.get(document);
    if (fingerprint == null) {
      return;
    }
    LiveTerms live = new LiveTerms(reader);
    for (int further : live.documents(PlaceDocument.ARTICLE, fingerprint, Integer.MAX_VALUE)) {
      RecordPlace place = PlaceDocument.place(live.stored(further));
      counts.came(place.file());
      index.writer().addDocument(PlaceDocument.of(place, Fingerprint.of(article)));
    }
  }

  /** The documents of the ledger in a segment. Goes forward only. */
  private static final class Entries {
    private final Consumer<FileRecord> records;
    private final SortedDocValues files;
    private final NumericDocValues numbers;

    Entries(LeafReader segment, Consumer<FileRecord> records) throws IOException {
      this.records = records;
      files = DocValues.getSorted(segment, LedgerDocument.ENTRY_FILE);
      numbers = DocValues.getNumeric(segment, LedgerDocument.NUMBER);
    }

    /** The same file or entry in this format; empty if a document is neither. */
    Optional<Document> of(int document, Document stored) throws IOException {
      if (stored.get(LedgerDocument.FILE) != null) {
        FileRecord file = LedgerDocument.file(stored);
        records.accept(file);
        return Optional.of(LedgerDocument.of(file));
      }
      if (!files.advanceExact(document) || !numbers.advanceExact(document)) {
        return Optional.empty();
      }
      String file = files.lookupOrd(files.ordValue()).utf8ToString();
      LedgerEntry entry = LedgerDocument.entry(stored);
      return Optional.of(LedgerDocument.entry(file, numbers.longValue(), entry));
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
