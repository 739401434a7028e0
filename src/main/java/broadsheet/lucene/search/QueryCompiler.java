package broadsheet.lucene.search;

import broadsheet.engine.Filters;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Turns the tree of a query into a Lucene query whose matches are exactly what the tree means, so
 * that they can be marked. What the index cannot know (a lone sign) is left out, with a note. Not
 * shared between threads.
 */
final class QueryCompiler {

  /** How much the fields other than the best matching one add to a word's score. */
  private static final float OTHER_FIELDS = 0.1f;

  private static final float MAX_BOOST = 1_000f;

  private final ReaderSnapshot snapshot;
  private final Automata automata = new Automata();
  private final Set<String> notes = new LinkedHashSet<>();

  QueryCompiler(ReaderSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What was left out or cut short so far, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The query of the whole tree; every article where nothing of it can be searched. */
  Query compile(QueryNode root) {
    return compile(root, IndexSchema.DEFAULT_FIELDS).orElse(MatchAllDocsQuery.INSTANCE);
  }

  /**
   * As {@link #compile} but of the relaxable children only so many need match.
   *
   * @param minimum at least 1
   */
  Query compileRelaxed(Relaxation relaxation, int minimum) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    relaxation.required().forEach(child -> add(query, child, IndexSchema.DEFAULT_FIELDS));
    relaxation
        .relaxable()
        .forEach(
            child ->
                compile(child, IndexSchema.DEFAULT_FIELDS)
                    .ifPresent(clause -> query.add(clause, Occur.SHOULD)));
    return query.setMinimumNumberShouldMatch(minimum).build();
  }

  /** The query that narrows but neither ranks nor marks; empty when there is nothing to narrow. */
  Optional<Query> compile(Filters filters) {
    if (filters.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (filters.from().isPresent() || filters.to().isPresent()) {
      query.add(dates(filters.from(), filters.to()), Occur.FILTER);
    }
    filters
        .values()
        .forEach(
            (facet, wanted) -> {
              List<BytesRef> terms =
                  wanted.stream().map(v -> new BytesRef(FacetValues.indexed(v))).toList();
              query.add(KeywordField.newSetQuery(IndexSchema.valuesOf(facet), terms), Occur.FILTER);
            });
    return Optional.of(query.build());
  }

  private Optional<Query> compile(QueryNode node, Map<QueryField, Float> fields) {
    return switch (node) {
      case QueryNode.Everything _ -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case QueryNode.Word word -> unit(word.text(), fields, q -> q.word(word.text()));
      case QueryNode.ExactWord word -> unit(word.text(), fields, q -> q.exactWord(word.text()));
      case QueryNode.Phrase phrase -> unit(phrase.text(), fields, q -> q.phrase(phrase));
      case QueryNode.Wildcard wildcard -> wildcard(wildcard, fields);
      case QueryNode.Fuzzy fuzzy -> unit(fuzzy.text(), fields, q -> q.fuzzy(fuzzy));
      case QueryNode.InField in -> inField(in);
      case QueryNode.DateRange range -> Optional.of(dates(range.from(), range.to()));
      case QueryNode.DateUnknown _ ->
          Optional.of(without(new FieldExistsQuery(IndexSchema.FIRST_DAY)));
      case QueryNode.NumberRange range -> Optional.of(numbers(range));
      case QueryNode.Together all -> all(all.children(), fields);
      case QueryNode.AllOf all -> all(all.children(), fields);
      case QueryNode.AnyOf any -> any(any.children(), fields);
      case QueryNode.Not not -> compile(not.child(), fields).map(QueryCompiler::without);
      case QueryNode.Boosted boosted ->
          compile(boosted.child(), fields)
              .map(q -> new BoostQuery(q, Math.min(MAX_BOOST, boosted.factor())));
    };
  }

  private Optional<Query> inField(QueryNode.InField in) {
    return in.field() == QueryField.ID
        ? Optional.of(id(in.child()))
        : compile(in.child(), Map.of(in.field(), 1f));
  }

  /** Ids are matched whole, so what the child means as text counts for nothing. */
  private Query id(QueryNode child) {
    return switch (child) {
      case QueryNode.Word word -> new TermQuery(new Term(IndexSchema.ID, word.text()));
      case QueryNode.ExactWord word -> new TermQuery(new Term(IndexSchema.ID, word.text()));
      case QueryNode.Phrase phrase -> new TermQuery(new Term(IndexSchema.ID, phrase.text()));
      case QueryNode.Wildcard w -> new WildcardQuery(new Term(IndexSchema.ID, w.pattern()));
      case QueryNode.Fuzzy fuzzy -> new TermQuery(new Term(IndexSchema.ID, fuzzy.text()));
      case QueryNode.Not not -> without(id(not.child()));
      case QueryNode.Boosted boosted -> id(boosted.child());
      case QueryNode.InField in -> inField(in).orElse(MatchAllDocsQuery.INSTANCE);
      case QueryNode.Together all -> joined(all.children(), Occur.SHOULD);
      case QueryNode.AnyOf any -> joined(any.children(), Occur.SHOULD);
      case QueryNode.AllOf all -> joined(all.children(), Occur.MUST);
      case QueryNode.Everything _,
          QueryNode.DateRange _,
          QueryNode.DateUnknown _,
          QueryNode.NumberRange _ ->
          compile(child);
    };
  }

  private Query joined(List<QueryNode> ids, Occur occur) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    ids.forEach(id -> query.add(id(id), occur));
    return query.build();
  }

  private Optional<Query> wildcard(QueryNode.Wildcard node, Map<QueryField, Float> fields) {
    if (!node.pattern().equals("*")) {
      return unit(node.pattern(), fields, q -> q.wildcard(node.pattern()));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    fields.keySet().forEach(field -> query.add(hasField(field), Occur.SHOULD));
    return Optional.of(query.build());
  }

  private static Query hasField(QueryField field) {
    return field.kind() == QueryField.Kind.TEXT
        ? new FieldExistsQuery(field.label())
        : new WildcardQuery(new Term(field.label(), "*"));
  }

  /** How one unit is looked for in one field. */
  private interface UnitQuery {
    Optional<Query> in(FieldQueries field) throws IOException;
  }

  private Optional<Query> unit(String text, Map<QueryField, Float> fields, UnitQuery unit) {
    List<Query> queries = new ArrayList<>();
    for (Map.Entry<QueryField, Float> field : fields.entrySet()) {
      FieldQueries inField = new FieldQueries(snapshot, field.getKey(), automata);
      query(unit, inField).map(q -> boosted(q, field.getValue())).ifPresent(queries::add);
      if (inField.isCut()) {
        notes.add(
            "“%s” stands for too many words; only the %s most frequent were searched."
                .formatted(text, TermExpansion.LIMIT));
      }
    }
    if (queries.isEmpty()) {
      notes.add(
          "“%s” holds nothing that can be searched, or too much, and was left out."
              .formatted(text));
      return Optional.empty();
    }
    return Optional.of(
        queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, OTHER_FIELDS));
  }

  private static Optional<Query> query(UnitQuery unit, FieldQueries field) {
    try {
      return unit.in(field);
    } catch (TooComplexToDeterminizeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1f ? query : new BoostQuery(query, boost);
  }

  private Optional<Query> all(List<QueryNode> children, Map<QueryField, Float> fields) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(child -> add(query, child, fields));
    BooleanQuery all = query.build();
    if (all.clauses().isEmpty()) {
      return Optional.empty();
    }
    boolean isNegative = all.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT);
    return Optional.of(
        isNegative ? query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build() : all);
  }

  private void add(BooleanQuery.Builder query, QueryNode child, Map<QueryField, Float> fields) {
    if (child instanceof QueryNode.Not not) {
      compile(not.child(), fields).ifPresent(q -> query.add(q, Occur.MUST_NOT));
    } else {
      Occur occur = isFilter(child) ? Occur.FILTER : Occur.MUST;
      compile(child, fields).ifPresent(q -> query.add(q, occur));
    }
  }

  private static boolean isFilter(QueryNode node) {
    return node instanceof QueryNode.DateRange
        || node instanceof QueryNode.DateUnknown
        || node instanceof QueryNode.NumberRange;
  }

  private Optional<Query> any(List<QueryNode> children, Map<QueryField, Float> fields) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(c -> compile(c, fields).ifPresent(q -> query.add(q, Occur.SHOULD)));
    BooleanQuery any = query.build();
    return any.clauses().isEmpty() ? Optional.empty() : Optional.of(any);
  }

  private static Query without(Query excluded) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(excluded, Occur.MUST_NOT)
        .build();
  }

  private static Query dates(Optional<LocalDate> from, Optional<LocalDate> to) {
    int first = from.map(QueryCompiler::epochDay).orElse(Integer.MIN_VALUE);
    int last = to.map(QueryCompiler::epochDay).orElse(Integer.MAX_VALUE);
    if (first > last) {
      return new MatchNoDocsQuery("an empty range of dates");
    }
    return new BooleanQuery.Builder()
        .add(IntField.newRangeQuery(IndexSchema.FIRST_DAY, first, Integer.MAX_VALUE), Occur.FILTER)
        .add(IntField.newRangeQuery(IndexSchema.LAST_DAY, Integer.MIN_VALUE, last), Occur.FILTER)
        .build();
  }

  private static int epochDay(LocalDate day) {
    return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static Query numbers(QueryNode.NumberRange range) {
    int from = range.from().map(QueryCompiler::clamp).orElse(Integer.MIN_VALUE);
    int to = range.to().map(QueryCompiler::clamp).orElse(Integer.MAX_VALUE);
    return from > to
        ? new MatchNoDocsQuery("an empty range of numbers")
        : IntField.newRangeQuery(range.field().label(), from, to);
  }

  private static int clamp(long number) {
    return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
