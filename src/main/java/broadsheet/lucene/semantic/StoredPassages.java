package broadsheet.lucene.semantic;

import broadsheet.lucene.schema.Fingerprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * The passages of one model in an index of several models, by their articles. Not thread-safe.
 *
 * @param fields those of the model
 */
public record StoredPassages(PassageFields fields, IndexReader reader) {

  /** Receives the documents of one article in one segment, at least one. */
  private interface Taker {
    void take(BytesRef article, List<Integer> documents, LeafReaderContext leaf) throws IOException;
  }

  /**
   * The articles with passages whose fingerprints begin alike, in their order.
   *
   * @param beginning the bytes with which they begin
   */
  public List<PassageArticle> slice(BytesRef beginning) throws IOException {
    TreeMap<BytesRef, PassageArticle> all = new TreeMap<>();
    BytesRef start = fields.term(beginning);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(SemanticFormat.ARTICLE);
      if (terms != null) {
        TermsEnum found = terms.iterator();
        for (boolean isThere = found.seekCeil(start) != TermsEnum.SeekStatus.END;
            isThere && StringHelper.startsWith(found.term(), start);
            isThere = found.next() != null) {
          each(found, leaf, (article, documents, _) -> add(article, documents, leaf, all));
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** Those of some articles that have passages. */
  public List<PassageArticle> among(List<BytesRef> articles) throws IOException {
    TreeMap<BytesRef, PassageArticle> all = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(SemanticFormat.ARTICLE);
      if (terms != null) {
        TermsEnum found = terms.iterator();
        for (BytesRef article : new TreeSet<>(articles)) {
          if (found.seekExact(fields.term(article))) {
            each(found, leaf, (key, documents, _) -> add(key, documents, leaf, all));
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  private void each(TermsEnum term, LeafReaderContext leaf, Taker taker) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
    List<Integer> documents = new ArrayList<>();
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        documents.add(doc);
      }
    }
    if (!documents.isEmpty()) {
      taker.take(fields.article(term.term()), documents, leaf);
    }
  }

  private static void add(
      BytesRef article,
      List<Integer> documents,
      LeafReaderContext leaf,
      TreeMap<BytesRef, PassageArticle> all)
      throws IOException {
    NumericDocValues counts = DocValues.getNumeric(leaf.reader(), SemanticFormat.COUNT);
    int count = counts.advanceExact(documents.getFirst()) ? (int) counts.longValue() : 1;
    all.merge(
        article,
        new PassageArticle(article, count, documents.size()),
        (one, other) -> new PassageArticle(article, count, one.present() + other.present()));
  }

  /**
   * A filter for the passages of some articles.
   *
   * @param draws see {@link Fingerprint#draw}
   */
  AllowedPassages of(List<Long> draws) throws IOException {
    long[] sorted = draws.stream().mapToLong(Long::longValue).sorted().toArray();
    FixedBitSet allowed = new FixedBitSet(Math.max(1, reader.maxDoc()));
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(SemanticFormat.ARTICLE);
      if (terms != null) {
        TermsEnum found = terms.iterator();
        for (long draw : sorted) {
          add(draw, found, leaf, allowed);
        }
      }
    }
    return new AllowedPassages(allowed);
  }

  private void add(long draw, TermsEnum found, LeafReaderContext leaf, FixedBitSet allowed)
      throws IOException {
    BytesRef first = fields.term(Fingerprint.first(draw));
    boolean isThere = found.seekCeil(first) != TermsEnum.SeekStatus.END;
    while (isThere && isOf(draw, found.term())) {
      PostingsEnum postings = found.postings(null, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        allowed.set(leaf.docBase + doc);
      }
      isThere = found.next() != null;
    }
  }

  private boolean isOf(long draw, BytesRef term) {
    boolean isOfModel = StringHelper.startsWith(term, fields.term(new BytesRef()));
    return isOfModel && Fingerprint.draw(fields.article(term)) == draw;
  }
}
