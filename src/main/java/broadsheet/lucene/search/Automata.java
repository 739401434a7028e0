package broadsheet.lucene.search;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * The automata of one query's patterns, each built once however many fields it is looked for in.
 * Not shared between threads.
 */
final class Automata {

  private final Map<String, CompiledAutomaton> built = new HashMap<>();

  /**
   * Accepts what a folded pattern stands for.
   *
   * @throws TooComplexToDeterminizeException when it would take too long to build
   */
  CompiledAutomaton wildcard(String pattern) {
    return built.computeIfAbsent(
        "*" + pattern,
        _ ->
            new CompiledAutomaton(
                WildcardQuery.toAutomaton(
                    new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)));
  }

  /** Accepts the words that differ from a folded one by so many edits at most. */
  CompiledAutomaton fuzzy(String word, int edits) {
    return built.computeIfAbsent(
        edits + word,
        _ -> new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits)));
  }
}
