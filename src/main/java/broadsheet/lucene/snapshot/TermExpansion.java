package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.Terms;
import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The words of the archive that a pattern stands for.
 *
 * @param terms the most frequent ones, of equals the first in the alphabet, where there are more
 *     than may be looked for
 * @param isCut whether there are more
 */
public record TermExpansion(List<BytesRef> terms, boolean isCut) {

  /**
   * What is looked for.
   *
   * @param automaton accepts it
   * @param shortest in characters; shorter words are passed over
   * @param most how many words at the most
   */
  public record Wanted(CompiledAutomaton automaton, int shortest, int most) {

    private boolean takes(BytesRef term) {
      return Terms.isPrinted(term)
          && (shortest <= 1 || UnicodeUtil.codePointCount(term) >= shortest);
    }
  }

  private record Candidate(BytesRef term, int frequency) {}

  /** That no word was looked for. */
  public static TermExpansion none() {
    return new TermExpansion(List.of(), false);
  }

  /** Words as printed that are wanted, as found until the deadline; stems are not among them. */
  static TermExpansion of(Wanted wanted, String field, IndexReader reader, Deadline deadline)
      throws IOException {
    org.apache.lucene.index.Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return none();
    }
    TermsEnum accepted = wanted.automaton().getTermsEnum(terms);
    PriorityQueue<Candidate> best =
        new PriorityQueue<>(
            Comparator.comparingInt(Candidate::frequency)
                .thenComparing(Candidate::term, Comparator.reverseOrder()));
    boolean isCut = false;
    for (BytesRef term = accepted.next(); term != null; term = accepted.next()) {
      if (deadline.isPast()) {
        isCut = true;
        break;
      }
      if (wanted.takes(term)) {
        isCut |= !offer(best, term, accepted.docFreq(), wanted.most());
      }
    }
    return new TermExpansion(best.stream().map(Candidate::term).toList(), isCut);
  }

  /** Whether there was room for it beside all others. */
  private static boolean offer(
      PriorityQueue<Candidate> best, BytesRef term, int frequency, int most) {
    if (best.size() < most) {
      best.add(new Candidate(BytesRef.deepCopyOf(term), frequency));
      return true;
    }
    Candidate least = best.peek();
    if (least != null && least.frequency() < frequency) {
      best.remove();
      best.add(new Candidate(BytesRef.deepCopyOf(term), frequency));
    }
    return false;
  }
}
