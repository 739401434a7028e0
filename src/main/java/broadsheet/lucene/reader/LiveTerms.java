package broadsheet.lucene.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Looks up the live documents of a reader by their terms. Not thread-safe. */
public final class LiveTerms {

  private final IndexReader reader;
  private final @Nullable Bits live;

  /** The opened terms of each field in each segment, since opening takes longer than a look-up. */
  private final Map<String, List<Opened>> opened = new HashMap<>();

  public LiveTerms(IndexReader reader) {
    this.reader = reader;
    this.live = MultiBits.getLiveDocs(reader);
  }

  /** The terms of a field in a segment. */
  private record Opened(int firstDocument, TermsEnum terms) {}

  /** Receives each document of a term. */
  public interface Visitor {
    void visit(BytesRef term, List<Integer> documents) throws IOException;
  }

  /**
   * The first documents that have a term, in order.
   *
   * @param most the most documents to return
   */
  public List<Integer> documents(String field, BytesRef term, int most) throws IOException {
    List<Integer> documents = new ArrayList<>();
    for (Opened segment : opened(field)) {
      if (documents.size() < most && segment.terms().seekExact(term)) {
        PostingsEnum postings = segment.terms().postings(null, PostingsEnum.NONE);
        addLive(postings, segment.firstDocument(), most, documents);
      }
    }
    return documents;
  }

  /** The first document that has a term; empty when none has. */
  public OptionalInt first(String field, BytesRef term) throws IOException {
    return documents(field, term, 1).stream().mapToInt(Integer::intValue).findFirst();
  }

  /** The number that a document has in a field; empty when it has none. */
  public OptionalLong number(String field, int document) throws IOException {
    NumericDocValues values = MultiDocValues.getNumericValues(reader, field);
    return values != null && values.advanceExact(document)
        ? OptionalLong.of(values.longValue())
        : OptionalLong.empty();
  }

  /** The number of documents with a term, deleted ones included. */
  public int frequency(String field, BytesRef term) throws IOException {
    int frequency = 0;
    for (Opened segment : opened(field)) {
      frequency += segment.terms().seekExact(term) ? segment.terms().docFreq() : 0;
    }
    return frequency;
  }

  private List<Opened> opened(String field) throws IOException {
    List<Opened> known = opened.get(field);
    if (known == null) {
      known = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null) {
          known.add(new Opened(leaf.docBase, terms.iterator()));
        }
      }
      opened.put(field, known);
    }
    return known;
  }

  /** Whether a document, live or deleted, has a term. */
  public boolean has(int document, String field, BytesRef term) throws IOException {
    for (Opened segment : opened(field)) {
      int wanted = document - segment.firstDocument();
      if (wanted >= 0
          && segment.terms().seekExact(term)
          && segment.terms().postings(null, PostingsEnum.NONE).advance(wanted) == wanted) {
        return true;
      }
    }
    return false;
  }

  public List<Integer> documents(String field, String term) throws IOException {
    return documents(field, new BytesRef(term), Integer.MAX_VALUE);
  }

  /** Visits every term that at least two and at most {@code most} documents have. */
  public void eachShared(String field, int most, Visitor visitor) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (each.docFreq() > 1) {
        postings = each.postings(postings, PostingsEnum.NONE);
        List<Integer> documents = documents(postings, most == Integer.MAX_VALUE ? most : most + 1);
        if (documents.size() > 1 && documents.size() <= most) {
          visitor.visit(term, documents);
        }
      }
    }
  }

  /** Visits every term with a prefix that any document has. */
  public void eachWithPrefix(String field, String prefix, Visitor visitor) throws IOException {
    streamWithPrefix(
        field,
        prefix,
        (term, live) -> {
          List<Integer> documents = new ArrayList<>();
          for (int next = live.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; ) {
            documents.add(next);
            next = live.nextDoc();
          }
          if (!documents.isEmpty()) {
            visitor.visit(term, documents);
          }
        });
  }

  /** Receives the documents of a term one by one, perhaps none. */
  public interface StreamVisitor {
    void visit(BytesRef term, DocIdSetIterator documents) throws IOException;
  }

  /** Visits every term with a prefix, for terms that many documents may have. */
  public void streamWithPrefix(String field, String prefix, StreamVisitor visitor)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    BytesRef start = new BytesRef(prefix);
    TermsEnum each = terms.iterator();
    boolean isThere = each.seekCeil(start) != TermsEnum.SeekStatus.END;
    for (BytesRef term = isThere ? each.term() : null; term != null; term = each.next()) {
      if (!StringHelper.startsWith(term, start)) {
        return;
      }
      visitor.visit(term, live(each.postings(null, PostingsEnum.NONE)));
    }
  }

  private DocIdSetIterator live(PostingsEnum postings) {
    return new FilteredDocIdSetIterator(postings) {
      @Override
      protected boolean match(int document) {
        return isLive(document);
      }
    };
  }

  /** The stored fields of a document. */
  public Document stored(int document) throws IOException {
    return reader.storedFields().document(document);
  }

  public boolean isLive(int document) {
    return live == null || live.get(document);
  }

  private List<Integer> documents(PostingsEnum postings, int most) throws IOException {
    List<Integer> documents = new ArrayList<>();
    addLive(postings, 0, most, documents);
    return documents;
  }

  private void addLive(PostingsEnum postings, int firstDocument, int most, List<Integer> documents)
      throws IOException {
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && documents.size() < most) {
      if (isLive(firstDocument + document)) {
        documents.add(firstDocument + document);
      }
      document = postings.nextDoc();
    }
  }
}
