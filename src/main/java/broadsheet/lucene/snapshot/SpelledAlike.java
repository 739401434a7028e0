package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.BoundedCache;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * A request for the printed words of a field within an edit distance of a word. A swap of two
 * letters next to each other is one edit.
 *
 * @param word in lower case, without accents
 * @param kept the number of its first characters that must be the same
 * @param edits the most letters that may differ, 1 or 2
 * @param shortest in characters; shorter words are skipped
 * @param most the most words to return
 */
public record SpelledAlike(String word, int kept, int edits, int shortest, int most) {

  /** Parts of an archive are asked for the same words, and making an automaton takes a while. */
  private static final BoundedCache<Pattern, CompiledAutomaton> AUTOMATA =
      new BoundedCache<>(new ConcurrentHashMap<>(), 16);

  private record Pattern(String word, int kept, int edits) {

    CompiledAutomaton automaton() {
      int start = word.offsetByCodePoints(0, kept);
      return new CompiledAutomaton(
          new LevenshteinAutomata(word.substring(start), true)
              .toAutomaton(edits, word.substring(0, start)),
          true,
          false);
    }
  }

  /** The pattern that such words match, for more or fewer of them. */
  public TermExpansion.Wanted pattern(int most) {
    CompiledAutomaton alike = AUTOMATA.of(new Pattern(word, kept, edits), Pattern::automaton);
    return new TermExpansion.Wanted(alike, shortest, most);
  }
}
