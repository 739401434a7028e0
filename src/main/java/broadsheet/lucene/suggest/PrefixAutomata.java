package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.TermForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Builds automata that match values by their beginning or that of one of their words, in any case
 * and regardless of accents. Stateless.
 */
final class PrefixAutomata {

  /** The last letter for which there are such variants; from Latin to Arabic. */
  private static final int LAST_LETTER = 0x6FF;

  private static final int FIRST_EXTENDED = 0x1E00;
  private static final int LAST_EXTENDED = 0x1FFF;

  /** Characters that may precede a word in a value. */
  private static final String BREAKS = " -(.,/'’\"";

  /**
   * Given as whether an automaton is finite, which these are not. For one that is not, Lucene takes
   * long to look for a common suffix, and these have none. It makes no other difference to the
   * terms of an inverted index.
   */
  private static final boolean HAS_NO_COMMON_SUFFIX = true;

  private static final Map<Integer, Set<Integer>> SPELLINGS = spellings();

  private PrefixAutomata() {}

  /** Accepts values that begin with this, folded. */
  static CompiledAutomaton beginning(String folded) {
    return compiled(Operations.concatenate(letters(folded)));
  }

  /** Accepts values with a word that begins with this, folded. */
  static CompiledAutomaton within(String folded) {
    Automaton before =
        Operations.optional(
            Operations.concatenate(
                List.of(Automata.makeAnyString(), oneOf(BREAKS.codePoints().boxed().toList()))));
    return compiled(
        Operations.concatenate(List.of(before, Operations.concatenate(letters(folded)))));
  }

  private static CompiledAutomaton compiled(Automaton beginning) {
    Automaton all = Operations.concatenate(List.of(beginning, Automata.makeAnyString()));
    Automaton determinized = Operations.determinize(all, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return new CompiledAutomaton(determinized, HAS_NO_COMMON_SUFFIX, true);
  }

  private static List<Automaton> letters(String folded) {
    List<Automaton> letters = new ArrayList<>();
    letters.add(Automata.makeEmptyString());
    folded
        .codePoints()
        .forEach(
            c -> {
              Set<Integer> spellings = new HashSet<>(SPELLINGS.getOrDefault(c, Set.of()));
              spellings.add(c);
              spellings.add(Character.toUpperCase(c));
              letters.add(oneOf(spellings));
            });
    return letters;
  }

  private static Automaton oneOf(Iterable<Integer> characters) {
    List<Automaton> each = new ArrayList<>();
    characters.forEach(c -> each.add(Automata.makeChar(c)));
    return Operations.union(each);
  }

  /** The letters that fold to each folded letter. */
  private static Map<Integer, Set<Integer>> spellings() {
    Map<Integer, Set<Integer>> spellings = new HashMap<>();
    for (int c = '!'; c <= LAST_EXTENDED; c = c == LAST_LETTER ? FIRST_EXTENDED : c + 1) {
      String folded = TermForm.foldedPattern(Character.toString(c));
      if (folded.length() == 1) {
        spellings.computeIfAbsent((int) folded.charAt(0), _ -> new HashSet<>()).add(c);
      }
    }
    spellings.computeIfAbsent((int) '\'', _ -> new HashSet<>()).add((int) '’');
    return spellings;
  }
}
