package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Finds names and labels that articles are filed under by their beginning. Not thread-safe. */
final class ValueCompletions {

  /** With at most this many values, their later words are searched, too. */
  private static final long FEW_VALUES = 50_000;

  /** A longer text is not taken for the beginning of a name. */
  private static final int LONGEST = 60;

  private final CompletionSource source;
  private final Map<String, CompiledAutomaton> beginning = new HashMap<>();
  private final Map<String, CompiledAutomaton> within = new HashMap<>();

  ValueCompletions(CompletionSource source) {
    this.source = source;
  }

  /** The facet whose values a field holds; empty when there is none. */
  static Optional<FacetField> facet(QueryField field) {
    return FacetField.KEYWORDS.stream()
        .filter(facet -> IndexSchema.wordsOf(facet) == field)
        .findFirst();
  }

  /**
   * The values with a given beginning, then those with a word that has it, each the most frequent
   * first.
   *
   * @param typed the text as typed; may be empty, which matches every value
   */
  List<Suggestion> of(FacetField facet, String typed, int most) throws IOException {
    String folded = TermForm.foldedPattern(typed);
    if (folded.length() > LONGEST) {
      return List.of();
    }
    List<Suggestion> found = new ArrayList<>();
    add(found, facet, beginning.computeIfAbsent(folded, SpellingVariants::beginning), most);
    if (found.size() < most
        && !folded.isEmpty()
        && source.values(IndexSchema.valuesOf(facet)) <= FEW_VALUES) {
      add(found, facet, within.computeIfAbsent(folded, SpellingVariants::within), most);
    }
    return found;
  }

  private void add(List<Suggestion> found, FacetField facet, CompiledAutomaton accepted, int most)
      throws IOException {
    String field = IndexSchema.valuesOf(facet);
    for (PrefixedTerms.Counted value : source.dictionary().accepted(field, accepted, most)) {
      Suggestion completion =
          new Suggestion(value.text(), Suggestion.Kind.VALUE, value.articles(), Optional.of(facet));
      if (!found.contains(completion)) {
        found.add(completion);
      }
    }
  }
}
