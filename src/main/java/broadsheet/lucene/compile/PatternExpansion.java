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
import java.util.OptionalInt;
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
 * until a deadline. Not thread-safe.
 */
final class PatternExpansion {

  /** The most words one pattern may expand to. */
  static final int LIMIT = 1_000;

  /** The most words all patterns of a query may expand to, in all fields together. */
  static final int BUDGET = 8_000;

  /**
   * The most words that all patterns of a query may expand to, counting each repetition of a
   * pattern. In a distance every use of a word opens its postings, with about 5 kB of memory.
   */
  static final int USES = 2 * BUDGET;

  /**
   * A pattern in one field.
   *
   * @param text the folded text
   * @param edits the number of edits by which a word may differ; empty for a wildcard
   * @param most the most words it may expand to
   */
  record Pattern(String field, String text, OptionalInt edits, int most) {

    static Pattern wildcard(String field, String text, int most) {
      return new Pattern(field, text, OptionalInt.empty(), most);
    }

    /**
     * Words within that many edits. At least one letter must stay, so a word of two letters allows
     * only one edit.
     */
    static Pattern fuzzy(String field, String word, int edits, int most) {
      int length = word.codePointCount(0, word.length());
      return new Pattern(field, word, OptionalInt.of(Math.min(edits, length - 1)), most);
    }
  }

  /** The part of some patterns that is searched. */
  enum Share {
    /** All their words. */
    ALL,
    /** The most frequent of their words. */
    MOST_FREQUENT,
    /** None of them: words or time are used up. */
    NONE,
    /** None of them: the automaton of a pattern would be too large. */
    TOO_COMPLEX
  }

  private final Dictionary dictionary;
  private final Map<Form, CompiledAutomaton> automata = new HashMap<>();
  private final Map<Form, TooComplexToDeterminizeException> tooComplex = new HashMap<>();
  private final Map<Pattern, TermExpansion> expansions = new HashMap<>();
  private final Deadline deadline;
  private int left = BUDGET;
  private long usesLeft = USES;
  private boolean isTooMany;
  private boolean isTooLong;

  /** A pattern in any field. */
  private record Form(String text, OptionalInt edits) {

    CompiledAutomaton compiled() {
      return new CompiledAutomaton(
          edits.isPresent()
              ? new LevenshteinAutomata(text, true).toAutomaton(edits.getAsInt())
              : WildcardQuery.toAutomaton(
                  new Term("", text), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }
  }

  PatternExpansion(Dictionary dictionary, Deadline deadline) {
    this.dictionary = dictionary;
    this.deadline = deadline;
  }

  /** Why patterns were not searched. */
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

  /** The words of a pattern; none where it is not searched. */
  TermExpansion of(Pattern pattern) throws IOException {
    if (!expansions.containsKey(pattern)) {
      share(List.of(pattern), 1);
    }
    return expansions.getOrDefault(pattern, TermExpansion.none());
  }

  /**
   * Charges all of some patterns to the budget, or none of them.
   *
   * @param together the patterns that are searched together; a pattern may occur several times
   * @param times the number of searches
   */
  Share share(List<Pattern> together, int times) throws IOException {
    try {
      return charged(together, times);
    } catch (TooComplexToDeterminizeException e) {
      return Share.TOO_COMPLEX;
    }
  }

  private Share charged(List<Pattern> together, int times) throws IOException {
    Map<Pattern, TermExpansion> found = new HashMap<>();
    List<TermExpansion> all = new ArrayList<>();
    for (Pattern pattern : together) {
      TermExpansion known = found.getOrDefault(pattern, expansions.get(pattern));
      TermExpansion expansion = known == null ? expanded(pattern) : known;
      found.put(pattern, expansion);
      all.add(expansion);
      if (known == null && deadline.isPast()) {
        isTooLong = true;
        return Share.NONE;
      }
    }
    long uses = all.stream().mapToLong(each -> each.terms().size()).sum();
    found.keySet().removeAll(expansions.keySet());
    int words = found.values().stream().mapToInt(e -> e.terms().size()).sum();
    if (words > left || uses * times > usesLeft) {
      isTooMany = true;
      return Share.NONE;
    }
    left -= words;
    usesLeft -= uses * times;
    expansions.putAll(found);
    boolean isCut = all.stream().anyMatch(TermExpansion::isCut);
    return isCut ? Share.MOST_FREQUENT : Share.ALL;
  }

  private TermExpansion expanded(Pattern pattern) throws IOException {
    if (deadline.isPast()) {
      return TermExpansion.none();
    }
    int edits = pattern.edits().orElse(-1);
    if (edits == 0) {
      return new TermExpansion(List.of(new BytesRef(pattern.text())), false);
    }
    CompiledAutomaton words = automaton(new Form(pattern.text(), pattern.edits()));
    return dictionary.expansion(
        new TermExpansion.Wanted(words, Math.max(1, edits + 1), pattern.most()),
        pattern.field(),
        deadline);
  }

  private CompiledAutomaton automaton(Form form) {
    TooComplexToDeterminizeException known = tooComplex.get(form);
    if (known != null) {
      throw known;
    }
    try {
      return automata.computeIfAbsent(form, Form::compiled);
    } catch (TooComplexToDeterminizeException e) {
      tooComplex.put(form, e);
      throw e;
    }
  }
}
