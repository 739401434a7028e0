package broadsheet.lucene.snapshot;

import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Requests the printed words of a field that are spelt like a word. A swap of two letters next to
 * each other is one edit.
 *
 * @param word in lower case, without accents
 * @param kept the number of its first characters that must be the same
 * @param edits the most letters that may differ, 1 or 2
 * @param shortest in characters; shorter words are skipped
 * @param most the most words to return
 */
public record SpelledAlike(String word, int kept, int edits, int shortest, int most) {

  /** The pattern that such words match, for more or fewer of them. */
  public TermExpansion.Wanted pattern(int most) {
    int start = word.offsetByCodePoints(0, kept);
    CompiledAutomaton alike =
        new CompiledAutomaton(
            new LevenshteinAutomata(word.substring(start), true)
                .toAutomaton(edits, word.substring(0, start)),
            true,
            false);
    return new TermExpansion.Wanted(alike, shortest, most);
  }
}
