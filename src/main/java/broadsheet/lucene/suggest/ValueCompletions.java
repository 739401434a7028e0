package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.suggest.Suggestion.Kind;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Finds names and labels that articles are filed under, and names found in their texts, by their
 * beginning. Not thread-safe.
 */
final class ValueCompletions {

  /** With at most this many values, their later words are searched, too. */
  private static final long FEW_VALUES = 50_000;

  /** A longer text is not taken for the beginning of a name. */
  private static final int LONGEST = 60;

  private final ArchiveCompletions source;
  private final Map<String, CompiledAutomaton> beginning = new HashMap<>();
  private final Map<String, CompiledAutomaton> within = new HashMap<>();

  ValueCompletions(ArchiveCompletions source) {
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
    List<NameEntry> names = source.names(facet, folded, false, most);
    add(found, facet, beginning.computeIfAbsent(folded, PrefixAutomata::beginning), names, most);
    if (found.size() < most
        && !folded.isEmpty()
        && source.values(IndexSchema.valuesOf(facet)) <= FEW_VALUES) {
      names = source.names(facet, folded, true, most);
      add(found, facet, within.computeIfAbsent(folded, PrefixAutomata::within), names, most);
    }
    return found;
  }

  private void add(
      List<Suggestion> found,
      FacetField facet,
      CompiledAutomaton accepted,
      List<NameEntry> names,
      int most)
      throws IOException {
    Map<String, Integer> articles = new LinkedHashMap<>();
    source
        .dictionary()
        .accepted(IndexSchema.valuesOf(facet), accepted, most)
        .forEach(value -> articles.put(value.text(), value.articles()));
    names.forEach(name -> articles.merge(name.name().text(), name.articles(), Math::max));
    found.stream().map(Suggestion::text).forEach(articles::remove);
    articles.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(of -> new Suggestion(of.getKey(), Kind.VALUE, of.getValue(), Optional.of(facet)))
        .forEach(found::add);
  }
}
