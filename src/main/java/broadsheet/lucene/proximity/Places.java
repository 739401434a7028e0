package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
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
 * The union of several terms' postings in one field: merges their positions, with offsets if
 * needed, each position once. Advances only those terms that have fallen behind. Not thread-safe.
 */
final class Places {

  private final PriorityQueue<PostingsEnum> postings =
      new PriorityQueue<>(Comparator.comparingInt(PostingsEnum::docID));
  private final boolean hasOffsets;
  private final Steps steps;
  private final Stretches found = new Stretches();
  private int document = -1;

  Places(LeafReader reader, String field, List<BytesRef> terms, boolean hasOffsets, Steps steps)
      throws IOException {
    this.hasOffsets = hasOffsets;
    this.steps = steps;
    Terms dictionary = reader.terms(field);
    if (dictionary == null) {
      return;
    }
    TermsEnum each = dictionary.iterator();
    int flags = hasOffsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
    for (BytesRef term : terms) {
      steps.longStep();
      if (each.seekExact(term)) {
        postings.add(each.postings(null, flags));
      }
    }
  }

  /**
   * The positions in an article, each as a stretch of one word whose two extra numbers are its
   * offsets.
   */
  Stretches at(int next) throws IOException {
    if (next != document) {
      document = next;
      read();
    }
    return found;
  }

  private void read() throws IOException {
    found.clear();
    PostingsEnum next = postings.peek();
    while (next != null && next.docID() < document) {
      steps.step();
      postings.remove();
      if (next.advance(document) != DocIdSetIterator.NO_MORE_DOCS) {
        postings.add(next);
      }
      next = postings.peek();
    }
    PostingsEnum first = postings.peek();
    if (first == null || first.docID() != document) {
      return;
    }
    postings.remove();
    add(first);
    PostingsEnum second = postings.peek();
    if (second != null && second.docID() == document) {
      readRest();
    }
    postings.add(first);
  }

  private void readRest() throws IOException {
    List<PostingsEnum> rest = new ArrayList<>();
    while (!postings.isEmpty() && postings.element().docID() == document) {
      PostingsEnum each = postings.remove();
      add(each);
      rest.add(each);
    }
    postings.addAll(rest);
    found.sort();
    found.distinct();
  }

  private void add(PostingsEnum each) throws IOException {
    for (int i = each.freq(); i > 0; i--) {
      steps.step();
      int position = each.nextPosition();
      int start = hasOffsets ? each.startOffset() : 0;
      int end = hasOffsets ? each.endOffset() : 0;
      found.add(position, position, start, end);
    }
  }
}
