package broadsheet.lucene.snapshot;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts co-occurrences: the articles that have two words, anywhere or side by side. The work is
 * bounded, so the count of two frequent words may be too low. Not thread-safe.
 */
final class WordsTogether {

  /** The most articles that are looked at. */
  private static final int MOST_STEPS = 10_000;

  private static final List<QueryField> FIELDS = List.of(QueryField.TITLE, QueryField.BODY);

  private int steps;

  private WordsTogether() {}

  /** Counts the articles that have both, each in the form of {@link IndexSchema#ALL_WORDS}. */
  static int together(IndexReader articles, String first, String second) throws IOException {
    WordsTogether words = new WordsTogether();
    int count = 0;
    for (LeafReaderContext leaf : articles.leaves()) {
      count +=
          words.count(
              leaf.reader().getLiveDocs(),
              postings(leaf.reader(), IndexSchema.ALL_WORDS, first, PostingsEnum.NONE),
              postings(leaf.reader(), IndexSchema.ALL_WORDS, second, PostingsEnum.NONE),
              (_, _) -> true);
    }
    return count;
  }

  /** Counts the articles stemmed in a language whose text has a printed word. */
  static int inLanguage(IndexReader articles, String word, String language) throws IOException {
    WordsTogether words = new WordsTogether();
    int count = 0;
    for (LeafReaderContext leaf : articles.leaves()) {
      count +=
          words.count(
              leaf.reader().getLiveDocs(),
              postings(leaf.reader(), QueryField.BODY.label(), word, PostingsEnum.NONE),
              postings(leaf.reader(), IndexSchema.STEMS, language, PostingsEnum.NONE),
              (_, _) -> true);
    }
    return count;
  }

  /**
   * Counts the articles in which one printed word directly follows another, in the headline or the
   * body. An article with both in both fields counts twice.
   */
  static int sideBySide(IndexReader articles, String first, String second) throws IOException {
    WordsTogether words = new WordsTogether();
    int count = 0;
    for (LeafReaderContext leaf : articles.leaves()) {
      for (QueryField field : FIELDS) {
        count +=
            words.count(
                leaf.reader().getLiveDocs(),
                postings(leaf.reader(), field.label(), first, PostingsEnum.POSITIONS),
                postings(leaf.reader(), field.label(), second, PostingsEnum.POSITIONS),
                WordsTogether::isFollowed);
      }
    }
    return count;
  }

  private static @Nullable PostingsEnum postings(
      LeafReader segment, String field, String word, int flags) throws IOException {
    return segment.postings(new Term(field, new BytesRef(word)), flags);
  }

  /** Whether an article that both words are at counts. */
  private interface Counted {
    boolean is(PostingsEnum first, PostingsEnum second) throws IOException;
  }

  private int count(
      @Nullable Bits live,
      @Nullable PostingsEnum first,
      @Nullable PostingsEnum second,
      Counted counted)
      throws IOException {
    if (first == null || second == null) {
      return 0;
    }
    int count = 0;
    int document = first.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && steps++ < MOST_STEPS) {
      int other = second.docID() < document ? second.advance(document) : second.docID();
      if (other == document) {
        boolean isLive = live == null || live.get(document);
        count += isLive && counted.is(first, second) ? 1 : 0;
        document = first.nextDoc();
      } else {
        document = other == DocIdSetIterator.NO_MORE_DOCS ? other : first.advance(other);
      }
    }
    return count;
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
