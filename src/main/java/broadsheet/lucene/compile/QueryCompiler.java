package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.lucene.analysis.CharacterPairs;
import broadsheet.lucene.analysis.WordPieces;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.proximity.OccurrenceQuery;
import broadsheet.lucene.proximity.Occurrences;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * Compiles the tree of a query to a Lucene query whose matches, in articles of one language, are
 * exactly what the tree means, so that they can be marked. Parts that cannot be indexed (a lone
 * punctuation mark) are left out, with a note. Not thread-safe.
 */
public final class QueryCompiler {

  private final FoundNames names;
  private final UnitCompiler units;
  private final DistanceCompiler distances;
  private final Map<QueryNode, Optional<Query>> compiled = new HashMap<>();
  private FieldScope everywhere = FieldScope.EVERYWHERE;

  QueryCompiler(PatternExpansion patterns, WordTerms terms, FoundNames names) {
    this.names = names;
    units = new UnitCompiler(patterns, terms, names);
    distances = new DistanceCompiler(units, this::compile);
  }

  /** Notes on the parts that were left out or cut short so far. */
  List<Note> notes() {
    return units.notes();
  }

  /** The longer words that were searched, by the word typed that they begin with. */
  Map<String, Set<String>> compounds() {
    return units.compounds();
  }

  /** The variants that were searched, by what was typed. */
  Map<String, Set<String>> variants() {
    return units.terms().variants().used();
  }

  /**
   * See {@link WordTerms#ask}.
   *
   * @param whole the fields that parts without a field are searched in
   */
  void ask(String language, boolean isShort, FieldScope whole) {
    if (units.terms().ask(language, isShort) || !everywhere.equals(whole)) {
      everywhere = whole;
      forget();
    }
  }

  private void forget() {
    units.terms().variants().forget();
    compiled.clear();
  }

  /** The query of the whole tree; one without hits if no part of it can be searched. */
  Query compile(QueryNode root) {
    if (units.terms().variants().read(root)) {
      forget();
    }
    return part(ShownFurniture.without(root)).orElseGet(QueryCompiler::nothing);
  }

  /** The query of a part of the tree; empty if nothing of it can be searched. */
  Optional<Query> part(QueryNode node) {
    Optional<Query> known = compiled.get(node);
    if (known == null) {
      known = compile(node, everywhere);
      compiled.put(node, known);
    }
    return known;
  }

  /**
   * Articles that match some of a query's words, selected by the rarity of those they have. Stop
   * words have their usual low weight.
   *
   * @param share the minimum total rarity of an article's words, as a share of that of all words in
   *     the index; 0 where any word is enough
   */
  Query some(Relaxation relaxation, double share) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    relaxation.required().forEach(child -> add(query, child, everywhere));
    new SomeWords(units, this::part).addTo(query, relaxation, share);
    return query.build();
  }

  /** A query for any of the nodes, or any piece of a word that is indexed as several. */
  Query compileAny(List<QueryNode> nodes) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    nodes.stream()
        .flatMap(QueryCompiler::pieces)
        .forEach(node -> part(node).ifPresent(clause -> query.add(clause, Occur.SHOULD)));
    return query.build();
  }

  private static Stream<QueryNode> pieces(QueryNode node) {
    return switch (node) {
      case QueryNode.Word(String text) -> WordPieces.of(text).stream().map(QueryNode.Word::new);
      case QueryNode.InField(QueryField field, QueryNode.Word word) ->
          pieces(word).map(piece -> new QueryNode.InField(field, piece));
      default -> Stream.of(node);
    };
  }

  /** The plain words of a query in this language. */
  public QueryTerms askedWords(List<String> typed) {
    return QueryTerms.of(typed, units.terms());
  }

  /** Whether a unit is an optional word of this language, or of that of the query. */
  public boolean isStopWord(QueryNode node) {
    return units.isStopWord(node);
  }

  private static Query nothing() {
    return new MatchNoDocsQuery("nothing that can be searched");
  }

  private Optional<Query> compile(QueryNode node, FieldScope scope) {
    return switch (node) {
      case QueryNode.Everything _ -> Optional.of(IndexSchema.articles());
      case QueryNode.FurnitureShown _ -> Optional.empty(); // it decided the fields
      case QueryNode.Wildcard(String pattern) when pattern.equals("*") ->
          Optional.of(FilterQueries.present(scope.fields().keySet(), names));
      case QueryNode.Word word -> word(word, scope);
      case QueryNode.TextUnit unit -> unit(unit, scope);
      case QueryNode.Near _, QueryNode.NotNear _ -> distances.near(node, scope);
      case QueryNode.AtLeast(int count, QueryNode child) -> distances.atLeast(count, child, scope);
      case QueryNode.InField in when in.field() == QueryField.ID -> FilterQueries.id(in.child());
      case QueryNode.InField in when FilterQueries.isFirstCollection(in) ->
          Optional.of(FilterQueries.firstCollection());
      case QueryNode.InField in -> compile(in.child(), scope.in(in.field()));
      case QueryNode.DateRange range -> Optional.of(FilterQueries.dates(range.from(), range.to()));
      case QueryNode.DateUnknown _ -> Optional.of(FilterQueries.undated());
      case QueryNode.AddedRange range -> Optional.of(FilterQueries.added(range));
      case QueryNode.NumberRange range -> Optional.of(FilterQueries.numbers(range));
      case QueryNode.OnList list -> Optional.of(FilterQueries.ids(list.articles()));
      case QueryNode.Together all -> together(all.children(), scope);
      case QueryNode.AllOf all -> all(all.children(), scope);
      case QueryNode.AnyOf any -> any(any.children(), scope);
      case QueryNode.Not not -> compile(not.child(), scope).map(FilterQueries::without);
      case QueryNode.Boosted boosted -> compile(boosted.child(), scope.times(boosted.factor()));
    };
  }

  /**
   * A word without blanks that is indexed as several pieces requires all of them, anywhere in the
   * article.
   */
  private Optional<Query> word(QueryNode.Word word, FieldScope scope) {
    List<String> pieces = WordPieces.of(word.text());
    if (!pieces.equals(List.of(word.text()))) {
      return all(pieces.stream().<QueryNode>map(QueryNode.Word::new).toList(), scope);
    }
    return scope.isEverywhere()
        ? anywhere(word, scope).map(found -> scope.boosted(found, 1f)).or(() -> unit(word, scope))
        : unit(word, scope);
  }

  private Optional<Query> anywhere(QueryNode.Word word, FieldScope scope) {
    Optional<Query> found = units.anywhere(word);
    return scope.isFurnitureShown() && found.isPresent()
        ? FieldScope.best(
            Stream.concat(found.stream(), units.in(QueryField.FURNITURE, word).stream()).toList())
        : found;
  }

  private Optional<Query> unit(QueryNode.TextUnit unit, FieldScope scope) {
    Optional<Query> found =
        scope.best(field -> units.in(field, unit).map(query -> exactly(field, unit, query)));
    if (found.isEmpty()) {
      units.noteOf(unit, Note.Part.Treatment.LEFT_OUT);
    }
    if (unit instanceof QueryNode.Phrase(String text, int _)
        && (text.startsWith("* ") || text.endsWith(" *"))) {
      units.noteOf(unit, Note.Part.Treatment.WITHOUT_OUTER_ASTERISK);
    }
    return found;
  }

  /**
   * Replaces Lucene's sloppy phrase matcher, which misses some matches. A typed row of characters
   * in a script without blanks ends at punctuation.
   */
  private static Query exactly(QueryField field, QueryNode.TextUnit unit, Query query) {
    boolean isAsTyped =
        unit instanceof QueryNode.ExactWord
            || (unit instanceof QueryNode.Phrase(String _, int slop) && slop == 0);
    if (isAsTyped && CharacterPairs.isRow(unit.text()) && field.kind() == QueryField.Kind.TEXT) {
      return new UnbrokenQuery(query, field.label(), unit.text().length());
    }
    return query instanceof PhraseQuery phrase && phrase.getSlop() > 0
        ? OccurrenceQuery.of(field.label(), new Occurrences.Unit(phrase))
        : query;
  }

  private Optional<Query> all(List<QueryNode> children, FieldScope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(child -> add(query, child, scope));
    BooleanQuery all = query.build();
    if (all.clauses().isEmpty()) {
      return Optional.empty();
    }
    boolean isNegative = all.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT);
    return Optional.of(isNegative ? query.add(IndexSchema.articles(), Occur.FILTER).build() : all);
  }

  /**
   * All units, except that an optional word beside others only adds to the score, unmarked. Stop
   * words alone rank first where they are a phrase.
   */
  private Optional<Query> together(List<QueryNode> children, FieldScope scope) {
    List<QueryNode> stopWords = optionalStopWords(children, units::isStopWord);
    if (stopWords.isEmpty()) {
      Optional<Query> all = all(children, scope);
      return StopWordPhrase.of(children, units::isStopWord)
          .flatMap(phrase -> unit(phrase, scope))
          .map(p -> StopWordPhrase.first(all.orElseThrow(), p, children, scope, units.terms()))
          .or(() -> all);
    }
    List<QueryNode> others = children.stream().filter(c -> !stopWords.contains(c)).toList();
    Optional<Query> wanted = all(others, scope);
    if (wanted.isEmpty()) {
      return all(stopWords, scope);
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(wanted.get(), Occur.MUST);
    FieldScope little = scope.times(SomeWords.STOP_WORD);
    stopWords.forEach(
        word -> in(little, word).ifPresent(q -> query.add(new UnmarkedQuery(q), Occur.SHOULD)));
    return Optional.of(query.build());
  }

  /**
   * The optional words among units separated by blanks; none where there is no other word beside
   * them.
   */
  public static List<QueryNode> optionalStopWords(
      List<QueryNode> units, Predicate<QueryNode> isStopWord) {
    List<QueryNode> stopWords = units.stream().filter(isStopWord).toList();
    boolean isAnyWord =
        units.stream().anyMatch(unit -> !stopWords.contains(unit) && StopWordPhrase.isText(unit));
    return isAnyWord ? stopWords : List.of();
  }

  private void add(BooleanQuery.Builder query, QueryNode child, FieldScope scope) {
    if (child instanceof QueryNode.Not not) {
      in(scope, not.child()).ifPresent(q -> query.add(q, Occur.MUST_NOT));
    } else {
      Occur occur = child instanceof QueryNode.Condition ? Occur.FILTER : Occur.MUST;
      in(scope, child).ifPresent(q -> query.add(q, occur));
    }
  }

  private Optional<Query> in(FieldScope scope, QueryNode node) {
    return scope.equals(everywhere) ? part(node) : compile(node, scope);
  }

  private Optional<Query> any(List<QueryNode> children, FieldScope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(c -> in(scope, c).ifPresent(q -> query.add(q, Occur.SHOULD)));
    BooleanQuery any = query.build();
    return any.clauses().isEmpty() ? Optional.empty() : Optional.of(any);
  }
}
