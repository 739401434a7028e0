package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.Note.Part.Treatment;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.names.MentionQuery;
import broadsheet.lucene.names.WordSequence;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * Compiles single words, phrases and patterns for one field, and collects the notes of compiling a
 * whole query. Not thread-safe.
 */
final class UnitCompiler {

  private final PatternExpansion patterns;
  private final WordTerms terms;
  private final FoundNames names;
  private final VariantQueries variants;
  private final Set<Note> notes = new LinkedHashSet<>();
  private final Map<QueryNode.InField, Optional<MentionQuery>> mentions = new HashMap<>();
  private final Map<String, Set<String>> compounds = new LinkedHashMap<>();

  UnitCompiler(PatternExpansion patterns, WordTerms terms, FoundNames names) {
    this.names = names;
    this.patterns = patterns;
    this.terms = terms;
    variants = new VariantQueries(terms, field -> new FieldQueries(field, patterns, terms));
  }

  /** Notes on the parts that were left out or cut short so far. */
  List<Note> notes() {
    return List.copyOf(notes);
  }

  /** The longer words that were searched so far, by the word typed that they begin with. */
  Map<String, Set<String>> compounds() {
    return compounds;
  }

  /** Notes that a part cannot be counted, unless a note says which one and why. */
  void noteCountedOnce() {
    boolean isSaid =
        notes.stream()
            .anyMatch(
                note ->
                    note instanceof Note.Part(String _, Treatment treatment)
                        && treatment == Treatment.WITHOUT_PLACE);
    if (!isSaid) {
      note(Note.Plain.COUNTED_ONCE);
    }
  }

  void note(Note note) {
    notes.add(note);
  }

  /** A unit in that field; empty if nothing of it can be indexed. */
  Optional<Query> in(QueryField field, QueryNode.TextUnit unit) {
    FieldQueries queries = new FieldQueries(field, patterns, terms);
    Optional<Query> query = query(queries, unit);
    if (queries.isCut()) {
      noteOf(unit, Treatment.MOST_FREQUENT_WORDS);
    }
    if (field.kind() == QueryField.Kind.TEXT) {
      return unit instanceof QueryNode.Word word ? variants.in(field, query, word) : query;
    }
    Optional<MentionQuery> found = mentions(field, unit);
    return query
        .map(stated -> FilterQueries.either(stated, found))
        .or(() -> found.map(Query.class::cast));
  }

  /** Whether a field is of names that were looked for in the texts, so that they have places. */
  boolean areMentioned(QueryField field) {
    return FoundNames.isNamed(field)
        && (names.isDecided() || terms.statistics().articles(NamesDocument.FIRST) > 0);
  }

  /**
   * The mentions of names with these words; empty where no name has them. All names are looked
   * through once, though a distance asks for them in each text.
   */
  Optional<MentionQuery> mentions(QueryField field, QueryNode.TextUnit unit) {
    return mentions.computeIfAbsent(new QueryNode.InField(field, unit), _ -> found(field, unit));
  }

  private Optional<MentionQuery> found(QueryField field, QueryNode.TextUnit unit) {
    if (isAnything(unit)) {
      return names.any(field);
    }
    try {
      Optional<WordSequence> words =
          names.isThere() ? NameUnits.sequence(unit, terms) : Optional.empty();
      return words.isPresent() ? names.with(field, words.get()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a unit is met by any value. */
  static boolean isAnything(QueryNode unit) {
    return unit instanceof QueryNode.Wildcard(String pattern)
        && pattern.equals(QueryNode.Wildcard.ANYTHING);
  }

  /** The terms of the words it compiles. */
  WordTerms terms() {
    return terms;
  }

  /** A word in any of its forms, in all fields; empty if the text is not exactly one word. */
  Optional<Query> anywhere(QueryNode.Word word) {
    List<String> longer = terms.compounds(word.text());
    if (!longer.isEmpty()) {
      compounds.put(word.text(), Set.copyOf(longer));
    }
    return terms.anywhere(word.text()).map(typed -> variants.anywhere(typed, word));
  }

  /** Whether a unit is a plain word that is a stop word of this language. */
  boolean isStopWord(QueryNode unit) {
    return switch (unit) {
      case QueryNode.Word(String text) -> terms.isStopWord(text);
      case QueryNode.Boosted(QueryNode child, float _) -> isStopWord(child);
      default -> false;
    };
  }

  private static Optional<Query> query(FieldQueries queries, QueryNode.TextUnit unit) {
    try {
      return switch (unit) {
        case QueryNode.Word word -> queries.word(word.text());
        case QueryNode.ExactWord word -> queries.exactWord(word.text());
        case QueryNode.Phrase phrase -> queries.phrase(phrase);
        case QueryNode.Wildcard wildcard -> queries.wildcard(wildcard.pattern());
        case QueryNode.Fuzzy fuzzy -> queries.fuzzy(fuzzy);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void noteOf(QueryNode.TextUnit unit, Treatment treatment) {
    note(new Note.Part(unit.text(), treatment));
  }
}
