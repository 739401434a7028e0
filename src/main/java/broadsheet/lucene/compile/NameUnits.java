package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.names.WordSequence;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Converts units of a query to the sequences of words that names must have. Stateless. */
final class NameUnits {

  private NameUnits() {}

  /** Empty if nothing of the unit can be looked for in a name. */
  static Optional<WordSequence> sequence(QueryNode.TextUnit unit, WordTerms terms) {
    List<Predicate<String>> words = new ArrayList<>();
    switch (unit) {
      case QueryNode.Word(String text) -> words.addAll(each(text, terms));
      case QueryNode.ExactWord(String text) -> words.addAll(each(text, terms));
      case QueryNode.Phrase(String text, int _) -> words.addAll(phrase(text, terms));
      case QueryNode.Wildcard(String pattern) ->
          PatternPieces.of(pattern).forEach(piece -> words.add(wildcard(piece)));
      case QueryNode.Fuzzy(String text, int edits) ->
          words(text, terms).forEach(word -> words.add(fuzzy(word, edits)));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new WordSequence(words));
  }

  /** A lone asterisk accepts any one word. */
  private static List<Predicate<String>> phrase(String text, WordTerms terms) {
    List<Predicate<String>> words = new ArrayList<>();
    for (String piece : text.split(" ", -1)) {
      if (piece.equals("*")) {
        words.add(_ -> true);
      } else {
        words.addAll(each(piece, terms));
      }
    }
    return words;
  }

  private static List<Predicate<String>> each(String text, WordTerms terms) {
    return words(text, terms).stream().<Predicate<String>>map(word -> word::equals).toList();
  }

  private static List<String> words(String text, WordTerms terms) {
    return terms.words(QueryField.PERSON, text).stream().map(QueryWord::folded).toList();
  }

  private static Predicate<String> wildcard(String piece) {
    try {
      return accepting(
          WildcardQuery.toAutomaton(
              new Term("", piece), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    } catch (TooComplexToDeterminizeException e) {
      return _ -> false;
    }
  }

  private static Predicate<String> fuzzy(String word, int edits) {
    int length = word.codePointCount(0, word.length());
    int most = Math.min(edits, length - 1);
    return most < 1
        ? word::equals
        : accepting(new LevenshteinAutomata(word, true).toAutomaton(most));
  }

  private static Predicate<String> accepting(Automaton automaton) {
    CharacterRunAutomaton accepted =
        new CharacterRunAutomaton(
            Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    return accepted::run;
  }
}
