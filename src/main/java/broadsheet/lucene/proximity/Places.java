package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the positions of one of several terms, with offsets where wanted, each position once. Of
 * many terms only those are moved that have fallen behind. Not shared between threads.
 */
final class Places {

  private final PriorityQueue<PostingsEnum> postings =
      new PriorityQueue<>(Comparator.comparingInt(PostingsEnum::docID));
  private final boolean hasOffsets;
  private final Stretches found = new Stretches();

  Places(LeafReader reader, String field, List<BytesRef> terms, boolean hasOffsets)
      throws IOException {
    this.hasOffsets = hasOffsets;
    Terms dictionary = reader.terms(field);
    if (dictionary == null) {
      return;
    }
    TermsEnum each = dictionary.iterator();
    int flags = hasOffsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
    for (BytesRef term : terms) {
      if (each.seekExact(term)) {
        postings.add(each.postings(null, flags));
      }
    }
  }

  /** The positions in an article, each as a stretch of one, its offsets its two numbers. */
  Stretches at(int document) throws IOException {
    found.clear();
    PostingsEnum next = postings.peek();
    while (next != null && next.docID() < document) {
      postings.remove();
      if (next.advance(document) != DocIdSetIterator.NO_MORE_DOCS) {
        postings.add(next);
      }
      next = postings.peek();
    }
    read(document);
    return found;
  }

  private void read(int document) throws IOException {
    List<PostingsEnum> here = new ArrayList<>(1);
    while (!postings.isEmpty() && postings.element().docID() == document) {
      here.add(postings.remove());
    }
    for (PostingsEnum each : here) {
      for (int i = each.freq(); i > 0; i--) {
        int position = each.nextPosition();
        found.add(
            position,
            position,
            hasOffsets ? each.startOffset() : 0,
            hasOffsets ? each.endOffset() : 0);
      }
    }
    postings.addAll(here);
    if (here.size() > 1) {
      found.sort();
      found.distinct();
    }
  }
}
