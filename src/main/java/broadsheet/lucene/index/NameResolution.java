package broadsheet.lucene.index;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.StoredNames;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import broadsheet.names.decide.ArchiveEvidence;
import broadsheet.names.decide.NameDecisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SparseFixedBitSet;

/**
 * Decides what the names of an archive stand for, from all its articles. The result depends on the
 * articles alone. For one use.
 */
final class NameResolution {

  /** A form in fewer articles is no evidence. */
  private static final int FEWEST = 2;

  private static final Set<String> READ = Set.of(StoredNames.MENTIONS);

  private final IndexReader reader;
  private final LiveTerms live;

  /**
   * @param reader the latest versions of the articles
   */
  NameResolution(IndexReader reader) {
    this.reader = reader;
    live = new LiveTerms(reader);
  }

  /** Decides all names and replaces the decisions that the index holds. */
  void settle(IndexWriter writer) throws IOException {
    ArchiveEvidence evidence = evidence();
    write(NameDecisions.decide(evidence, articles(), this::articlesWithAny), writer);
  }

  /** Whether the decisions that the index holds are about a form that no article mentions. */
  boolean isOutdated() throws IOException {
    for (NamesDocument some : NamesDocument.in(reader)) {
      for (NameEntry name : some.names()) {
        for (String form : name.forms()) {
          if (live.documents(IndexSchema.NAME_FORM, form).isEmpty()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Replaces the decisions that the index holds. */
  static void write(NameTable table, IndexWriter writer) throws IOException {
    writer.deleteDocuments(NamesDocument.all());
    for (NamesDocument each : NamesDocument.of(table)) {
      writer.addDocument(each.document());
    }
  }

  /** The number of articles. */
  long articles() throws IOException {
    long articles = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms ids = leaf.reader().terms(IndexSchema.STEMS);
      TermsEnum each = ids == null ? TermsEnum.EMPTY : ids.iterator();
      while (each.next() != null) {
        articles += count(each.postings(null, PostingsEnum.NONE), leaf.docBase);
      }
    }
    return articles;
  }

  private int count(PostingsEnum postings, int base) throws IOException {
    int count = 0;
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      count += live.isLive(base + doc) ? 1 : 0;
    }
    return count;
  }

  private ArchiveEvidence evidence() throws IOException {
    ArchiveEvidence evidence = new ArchiveEvidence(forms());
    StoredFields stored = reader.storedFields();
    for (int document = 0; document < reader.maxDoc(); document++) {
      if (live.isLive(document)) {
        Document fields = stored.document(document, READ);
        evidence.add(StoredNames.of(fields));
      }
    }
    return evidence;
  }

  /** The forms in at least two articles. */
  private Set<String> forms() throws IOException {
    Set<String> forms = new HashSet<>();
    Terms terms = MultiTerms.getTerms(reader, IndexSchema.NAME_FORM);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (each.docFreq() >= FEWEST) {
        postings = each.postings(postings, PostingsEnum.NONE);
        if (count(postings, 0) >= FEWEST) {
          forms.add(term.utf8ToString());
        }
      }
    }
    return forms;
  }

  private int articlesWithAny(Collection<String> forms) {
    SparseFixedBitSet documents = new SparseFixedBitSet(Math.max(1, reader.maxDoc()));
    int count = 0;
    try {
      for (String form : forms) {
        for (int document : live.documents(IndexSchema.NAME_FORM, form)) {
          count += documents.getAndSet(document) ? 0 : 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }
}
