package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The expansion of a pattern to terms of the archive.
 *
 * @param terms the matching words, or the most frequent of them where there are too many, see
 *     {@link MostFrequentTerms}
 * @param isCut whether there are more
 */
public record TermExpansion(List<BytesRef> terms, boolean isCut) {

  /**
   * A pattern to expand.
   *
   * @param automaton accepts matching words
   * @param shortest in characters; shorter words are skipped
   * @param most the most words to return
   */
  public record Wanted(CompiledAutomaton automaton, int shortest, int most) {

    private boolean takes(BytesRef term) {
      return TermForm.isPrinted(term)
          && (shortest <= 1 || UnicodeUtil.codePointCount(term) >= shortest);
    }
  }

  /** The expansion of a pattern that was not searched. */
  public static TermExpansion none() {
    return new TermExpansion(List.of(), false);
  }

  /** The matching printed words found until the deadline; stems are excluded. */
  static TermExpansion of(Wanted wanted, String field, IndexReader reader, Deadline deadline)
      throws IOException {
    org.apache.lucene.index.Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return none();
    }
    TermsEnum accepted = wanted.automaton().getTermsEnum(terms);
    MostFrequentTerms best = new MostFrequentTerms(field, reader, wanted.most());
    for (BytesRef term = accepted.next(); term != null; term = accepted.next()) {
      if (deadline.isPast()) {
        return new TermExpansion(best.selected(deadline).terms(), true);
      }
      if (wanted.takes(term)) {
        best.offer(term, accepted.docFreq());
      }
    }
    return best.selected(deadline);
  }
}
