package broadsheet.lucene.snapshot;

import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts the articles in which one printed word directly follows another, in the headline or the
 * body. The work is bounded, so the count of two frequent words may be too low. Not thread-safe.
 */
final class AdjacentWords {

  /** The most articles that are looked at. */
  private static final int MOST_STEPS = 10_000;

  private static final List<QueryField> FIELDS = List.of(QueryField.TITLE, QueryField.BODY);

  private int steps;

  private AdjacentWords() {}

  /** Counts them; an article with the words in both fields counts twice. */
  static int count(IndexReader articles, String first, String second) throws IOException {
    AdjacentWords words = new AdjacentWords();
    int count = 0;
    for (LeafReaderContext leaf : articles.leaves()) {
      for (QueryField field : FIELDS) {
        count += words.count(leaf.reader(), field.label(), first, second);
      }
    }
    return count;
  }

  private int count(LeafReader segment, String field, String first, String second)
      throws IOException {
    PostingsEnum before = places(segment, field, first);
    PostingsEnum after = before == null ? null : places(segment, field, second);
    if (before == null || after == null) {
      return 0;
    }
    int count = 0;
    int document = before.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && steps++ < MOST_STEPS) {
      int other = after.docID() < document ? after.advance(document) : after.docID();
      if (other == document) {
        count += isFollowed(before, after) ? 1 : 0;
        document = before.nextDoc();
      } else {
        document = other == DocIdSetIterator.NO_MORE_DOCS ? other : before.advance(other);
      }
    }
    return count;
  }

  private static @Nullable PostingsEnum places(LeafReader segment, String field, String word)
      throws IOException {
    return segment.postings(new Term(field, new BytesRef(word)), PostingsEnum.POSITIONS);
  }

  private static boolean isFollowed(PostingsEnum before, PostingsEnum after) throws IOException {
    int befores = before.freq();
    int afters = after.freq();
    int place = before.nextPosition();
    int next = after.nextPosition();
    while (next != place + 1) {
      if (next <= place) {
        if (--afters == 0) {
          return false;
        }
        next = after.nextPosition();
      } else {
        if (--befores == 0) {
          return false;
        }
        place = before.nextPosition();
      }
    }
    return true;
  }
}
