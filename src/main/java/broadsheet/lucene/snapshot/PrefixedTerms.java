package broadsheet.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Finds the most frequent terms of a field with a given beginning; ties go to the first in the
 * alphabet. Examines at most {@value #MOST_WALKED} terms: where there are more, the beginning is
 * too short to suggest any of them.
 */
public final class PrefixedTerms {

  private static final int MOST_WALKED = 100_000;

  /**
   * A term of the index.
   *
   * @param articles the number of articles that have it; deleted ones do not count
   */
  public record Counted(String text, int articles) {}

  private final IndexReader reader;
  private final String field;
  private final int most;
  private final PriorityQueue<Counted> best =
      new PriorityQueue<>(
          Comparator.comparingInt(Counted::articles)
              .thenComparing(Counted::text, Comparator.reverseOrder()));

  private PrefixedTerms(IndexReader reader, String field, int most) {
    this.reader = reader;
    this.field = field;
    this.most = most;
  }

  /** The terms that begin with exactly these letters, the most frequent first. */
  public static List<Counted> of(IndexReader reader, String field, String prefix, int most)
      throws IOException {
    PrefixedTerms found = new PrefixedTerms(reader, field, most);
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum walked = terms == null ? TermsEnum.EMPTY : terms.iterator();
    BytesRef start = new BytesRef(prefix);
    if (walked.seekCeil(start) != TermsEnum.SeekStatus.END) {
      BytesRef term = walked.term();
      for (int i = 0; i < MOST_WALKED && term != null; i++) {
        if (!StringHelper.startsWith(term, start)) {
          break;
        }
        found.offer(term, walked.docFreq());
        term = walked.next();
      }
    }
    return found.sorted();
  }

  /** The terms that an automaton accepts, the most frequent first. */
  public static List<Counted> of(
      IndexReader reader, String field, CompiledAutomaton accepted, int most) throws IOException {
    PrefixedTerms found = new PrefixedTerms(reader, field, most);
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum walked = terms == null ? TermsEnum.EMPTY : accepted.getTermsEnum(terms);
    BytesRef term = walked.next();
    for (int i = 0; i < MOST_WALKED && term != null; i++) {
      found.offer(term, walked.docFreq());
      term = walked.next();
    }
    return found.sorted();
  }

  /**
   * @param frequency the number of articles that have the term, with deleted ones
   */
  private void offer(BytesRef term, int frequency) throws IOException {
    String text = isPossible(frequency) ? term.utf8ToString() : "";
    if (text.isEmpty() || text.charAt(0) < ' ') {
      return;
    }
    int articles =
        reader.hasDeletions()
            ? LiveCounts.countWith(new Term(field, term), reader.leaves())
            : frequency;
    if (articles > 0 && isPossible(articles)) {
      if (best.size() == most) {
        best.remove();
      }
      best.add(new Counted(text, articles));
    }
  }

  private boolean isPossible(int articles) {
    Counted least = best.peek();
    return best.size() < most || least == null || least.articles() < articles;
  }

  private List<Counted> sorted() {
    List<Counted> sorted = new ArrayList<>(best);
    sorted.sort(Comparator.comparingInt(Counted::articles).reversed().thenComparing(Counted::text));
    return sorted;
  }
}
