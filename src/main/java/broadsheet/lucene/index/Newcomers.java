package broadsheet.lucene.index;

import broadsheet.lucene.reader.ChosenDocuments;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that are new in an update, as opposed to those only moved or rewritten. An
 * update merges nothing before its commit, so that they are in segments of their own.
 */
final class Newcomers {

  private Newcomers() {}

  /**
   * The new articles alone, as an index of their own; closing it closes nothing.
   *
   * @param now the index as the update leaves it
   */
  static IndexReader of(DirectoryReader now, PriorIndex prior) throws IOException {
    List<LeafReader> leaves = new ArrayList<>();
    for (LeafReader segment : added(now, prior)) {
      FixedBitSet unseen = unseen(segment, prior);
      if (unseen.cardinality() > 0) {
        leaves.add(new ChosenDocuments(segment, unseen));
      }
    }
    return new MultiReader(leaves.toArray(LeafReader[]::new), false);
  }

  /** Everything that a session wrote, as an index of its own; closing it closes nothing. */
  static IndexReader segments(DirectoryReader now, PriorIndex prior) throws IOException {
    return new MultiReader(added(now, prior).toArray(LeafReader[]::new), false);
  }

  private static List<LeafReader> added(DirectoryReader now, PriorIndex prior) {
    Set<String> before = prior.segments();
    return now.leaves().stream()
        .map(LeafReaderContext::reader)
        .filter(segment -> !before.contains(segment(segment)))
        .toList();
  }

  /** The name of a segment, unique in the index for ever. */
  static String segment(LeafReader reader) {
    return ((SegmentReader) FilterLeafReader.unwrap(reader)).getSegmentName();
  }

  private static FixedBitSet unseen(LeafReader reader, PriorIndex prior) throws IOException {
    FixedBitSet unseen = new FixedBitSet(reader.maxDoc());
    Bits live = reader.getLiveDocs();
    Terms fingerprints = reader.terms(IndexSchema.FINGERPRINT);
    if (fingerprints == null) {
      return unseen;
    }
    TermsEnum each = fingerprints.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (!prior.hasArticle(term)) {
        postings = each.postings(postings, PostingsEnum.NONE);
        add(postings, live, unseen);
      }
    }
    return unseen;
  }

  private static void add(PostingsEnum postings, @Nullable Bits live, FixedBitSet to)
      throws IOException {
    for (int document = postings.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (live == null || live.get(document)) {
        to.set(document);
      }
      document = postings.nextDoc();
    }
  }
}
