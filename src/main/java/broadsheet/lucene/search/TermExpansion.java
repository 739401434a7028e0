package broadsheet.lucene.search;

import broadsheet.lucene.analysis.Terms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The words of the index that a pattern stands for.
 *
 * @param terms at most {@value #LIMIT}: the most frequent ones, where there are more
 * @param isCut whether there are more
 */
record TermExpansion(List<BytesRef> terms, boolean isCut) {

  /** The most words one pattern may stand for. */
  static final int LIMIT = 1_000;

  private record Candidate(BytesRef term, int frequency) {}

  /** Words as printed that the automaton accepts; stems are not among them. */
  static TermExpansion of(CompiledAutomaton automaton, String field, IndexReader reader)
      throws IOException {
    org.apache.lucene.index.Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return new TermExpansion(List.of(), false);
    }
    TermsEnum accepted = automaton.getTermsEnum(terms);
    PriorityQueue<Candidate> best =
        new PriorityQueue<>(Comparator.comparingInt(Candidate::frequency));
    boolean isCut = false;
    for (BytesRef term = accepted.next(); term != null; term = accepted.next()) {
      if (!isStem(term)) {
        best.add(new Candidate(BytesRef.deepCopyOf(term), accepted.docFreq()));
        if (best.size() > LIMIT) {
          best.remove();
          isCut = true;
        }
      }
    }
    return new TermExpansion(new ArrayList<>(best.stream().map(Candidate::term).toList()), isCut);
  }

  private static boolean isStem(BytesRef term) {
    return term.length > 0 && term.bytes[term.offset] == Terms.STEM_MARK;
  }
}
