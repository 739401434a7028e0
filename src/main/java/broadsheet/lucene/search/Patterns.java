package broadsheet.lucene.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * The words that one query's patterns stand for. Each pattern's automaton is built once however
 * many fields it is looked for in, each field's words are walked once however often the query is
 * compiled, and all patterns together may stand for {@value #BUDGET} words. Not shared between
 * threads.
 */
final class Patterns {

  /** The most words one pattern may stand for. */
  static final int LIMIT = 1_000;

  /** The most words all patterns of a query may stand for, in all fields. */
  private static final int BUDGET = 8_000;

  private final IndexReader reader;
  private final Map<String, CompiledAutomaton> automata = new HashMap<>();
  private final Map<String, TermExpansion> expansions = new HashMap<>();
  private int left = BUDGET;

  Patterns(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * The words of a field that a folded pattern stands for.
   *
   * @param most no more than so many of them
   * @throws TooComplexToDeterminizeException when the pattern would take too long to understand
   */
  TermExpansion wildcard(String field, String pattern, int most) throws IOException {
    CompiledAutomaton automaton = automata.computeIfAbsent("*" + pattern, _ -> compiled(pattern));
    return expansion(field, "*" + pattern, new TermExpansion.Wanted(automaton, 1, most));
  }

  /**
   * The words of a field that differ from a folded one by so many edits at most, but are not all
   * edit: of a word of two letters, one stays.
   */
  TermExpansion fuzzy(String field, String word, int edits, int most) throws IOException {
    int length = word.codePointCount(0, word.length());
    int allowed = Math.min(edits, length - 1);
    if (allowed == 0) {
      return new TermExpansion(List.of(new BytesRef(word)), false);
    }
    CompiledAutomaton automaton =
        automata.computeIfAbsent(
            allowed + word,
            _ -> new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(allowed)));
    return expansion(field, allowed + word, new TermExpansion.Wanted(automaton, allowed + 1, most));
  }

  private TermExpansion expansion(String field, String key, TermExpansion.Wanted wanted)
      throws IOException {
    String place = field + ":" + wanted.most() + ":" + key;
    TermExpansion known = expansions.get(place);
    if (known == null) {
      known = TermExpansion.of(wanted.atMost(left), field, reader);
      left -= known.terms().size();
      expansions.put(place, known);
    }
    return known;
  }

  private static CompiledAutomaton compiled(String pattern) {
    return new CompiledAutomaton(
        WildcardQuery.toAutomaton(
            new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }
}
