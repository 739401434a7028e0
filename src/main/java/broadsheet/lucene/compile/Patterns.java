package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.TermExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Expands the patterns of one query to words. Each pattern's automaton is built once for all
 * fields, and each field's terms are enumerated once however often the query is compiled. All
 * patterns together may expand to {@value #BUDGET} words, be used with {@value #USES} and take
 * until a deadline; a pattern that comes after any of these limits expands to none. Not
 * thread-safe.
 */
final class Patterns {

  /** The most words one pattern may expand to. */
  static final int LIMIT = 1_000;

  /** The most words all patterns of a query may expand to, in all fields together. */
  private static final int BUDGET = 8_000;

  /**
   * The most words with which all patterns of a query may be used, however often each stands in it.
   * In a distance every use of a word opens its postings, with about 5 kB of memory.
   */
  static final int USES = 2 * BUDGET;

  private final Dictionary dictionary;
  private final Map<String, CompiledAutomaton> automata = new HashMap<>();
  private final Map<String, TooComplexToDeterminizeException> tooComplex = new HashMap<>();
  private final Map<Place, TermExpansion> expansions = new HashMap<>();
  private final Deadline deadline;
  private int left = BUDGET;
  private int usesLeft = USES;
  private boolean isTooMany;
  private boolean isTooLong;

  Patterns(Dictionary dictionary, Deadline deadline) {
    this.dictionary = dictionary;
    this.deadline = deadline;
  }

  /** Which patterns were not searched, and why. */
  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (isTooMany) {
      notes.add(Note.Plain.PATTERNS_TOO_MANY);
    }
    if (isTooLong) {
      notes.add(Note.Plain.PATTERNS_TOO_SLOW);
    }
    return notes;
  }

  /** Whether words or time are used up. */
  private boolean isSpent() {
    if (left == 0) {
      isTooMany = true;
    } else if (deadline.isPast()) {
      isTooLong = true;
    }
    return isTooMany || isTooLong;
  }

  /**
   * The words of a field that match a folded wildcard pattern.
   *
   * @param most the most words to return
   * @throws TooComplexToDeterminizeException when the automaton of the pattern would be too large
   */
  TermExpansion wildcard(String field, String pattern, int most) throws IOException {
    return expansion(new Place(field, "*" + pattern, most), 1, () -> compiled(pattern));
  }

  /**
   * The words of a field within that many edits of a folded word, of which at least one letter must
   * stay: a word of two letters allows only one edit.
   */
  TermExpansion fuzzy(String field, String word, int edits, int most) throws IOException {
    int length = word.codePointCount(0, word.length());
    int allowed = Math.min(edits, length - 1);
    return allowed == 0
        ? new TermExpansion(List.of(new BytesRef(word)), false)
        : expansion(
            new Place(field, allowed + word, most), allowed + 1, () -> spelledLike(word, allowed));
  }

  /** A pattern in a field, as the key of a cached expansion. */
  private record Place(String field, String pattern, int most) {}

  private TermExpansion expansion(Place place, int shortest, Supplier<CompiledAutomaton> automaton)
      throws IOException {
    TermExpansion known = expansions.get(place);
    if (known == null && isSpent()) {
      return TermExpansion.none();
    }
    if (known == null) {
      CompiledAutomaton words = automaton(place.pattern(), automaton);
      TermExpansion.Wanted wanted =
          new TermExpansion.Wanted(words, shortest, Math.min(place.most(), left));
      known = dictionary.expansion(wanted, place.field(), deadline);
      left -= known.terms().size();
      isTooLong |= known.isCut() && deadline.isPast();
      expansions.put(place, known);
    }
    return used(known);
  }

  private TermExpansion used(TermExpansion expansion) {
    if (expansion.terms().size() > usesLeft) {
      isTooMany = true;
      return TermExpansion.none();
    }
    usesLeft -= expansion.terms().size();
    return expansion;
  }

  private CompiledAutomaton automaton(String pattern, Supplier<CompiledAutomaton> making) {
    TooComplexToDeterminizeException known = tooComplex.get(pattern);
    if (known != null) {
      throw known;
    }
    try {
      return automata.computeIfAbsent(pattern, _ -> making.get());
    } catch (TooComplexToDeterminizeException e) {
      tooComplex.put(pattern, e);
      throw e;
    }
  }

  private static CompiledAutomaton spelledLike(String word, int edits) {
    return new CompiledAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits));
  }

  private static CompiledAutomaton compiled(String pattern) {
    return new CompiledAutomaton(
        WildcardQuery.toAutomaton(
            new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }
}
