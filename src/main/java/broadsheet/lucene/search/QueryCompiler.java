package broadsheet.lucene.search;

import broadsheet.engine.FacetField;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Turns the tree of a query into a Lucene query whose matches in articles of one language are
 * exactly what the tree means, so that they can be marked. What the index cannot know (a lone sign)
 * is left out, with a note. Not shared between threads.
 */
final class QueryCompiler {

  /** How much the fields other than the best matching one add to a word's score. */
  private static final float OTHER_FIELDS = 0.1f;

  /** Boosts multiply from the outside in; their product stays within these. */
  private static final float LEAST_BOOST = 0.01f;

  private static final float MOST_BOOST = 1_000f;
  private static final int QUOTED_LENGTH = 40;
  private static final Scope EVERYWHERE = new Scope(IndexSchema.DEFAULT_FIELDS, 1f);

  private final Patterns patterns;
  private final WordTerms terms;
  private final Map<QueryNode, Optional<Query>> compiled = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  QueryCompiler(Patterns patterns, WordTerms terms) {
    this.patterns = patterns;
    this.terms = terms;
  }

  /** What was left out or cut short so far, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The query of the whole tree; one without hits where nothing of it can be searched. */
  Query compile(QueryNode root) {
    return part(root).orElseGet(() -> new MatchNoDocsQuery("nothing that can be searched"));
  }

  /** The query of a part of the tree; empty where nothing of it can be searched. */
  Optional<Query> part(QueryNode node) {
    Optional<Query> known = compiled.get(node);
    if (known == null) {
      known = compile(node, EVERYWHERE);
      compiled.put(node, known);
    }
    return known;
  }

  /**
   * As {@link #compile} but of the relaxable children only so many need match.
   *
   * @param minimum at least 1
   */
  Query compileRelaxed(Relaxation relaxation, int minimum) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    relaxation.required().forEach(child -> add(query, child, EVERYWHERE));
    relaxation
        .relaxable()
        .forEach(child -> part(child).ifPresent(clause -> query.add(clause, Occur.SHOULD)));
    return query.setMinimumNumberShouldMatch(minimum).build();
  }

  /** Any of these at all. */
  Query compileAny(List<QueryNode> nodes) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    nodes.forEach(node -> part(node).ifPresent(clause -> query.add(clause, Occur.SHOULD)));
    return query.build();
  }

  /** Where these words stand near each other in the body; empty where there are not two. */
  Optional<Query> near(List<String> words, int slop) {
    return new FieldQueries(QueryField.BODY, patterns, terms).near(words, slop);
  }

  /**
   * Where a node looks, and how much it counts.
   *
   * @param fields with the weight of each
   */
  private record Scope(Map<QueryField, Float> fields, float boost) {

    Scope in(QueryField field) {
      return new Scope(Map.of(field, 1f), boost);
    }

    Scope times(float factor) {
      return new Scope(fields, Math.clamp(boost * factor, LEAST_BOOST, MOST_BOOST));
    }

    Query boosted(Query query, float weight) {
      float factor = boost * weight;
      return factor == 1f ? query : new BoostQuery(query, factor);
    }
  }

  private Optional<Query> compile(QueryNode node, Scope scope) {
    return switch (node) {
      case QueryNode.Everything _ -> Optional.of(IndexSchema.articles());
      case QueryNode.Word word -> unit(word.text(), scope, q -> q.word(word.text()));
      case QueryNode.ExactWord word -> unit(word.text(), scope, q -> q.exactWord(word.text()));
      case QueryNode.Phrase phrase -> phrase(phrase, scope);
      case QueryNode.Wildcard wildcard -> wildcard(wildcard, scope);
      case QueryNode.Fuzzy fuzzy -> unit(fuzzy.text(), scope, q -> q.fuzzy(fuzzy));
      case QueryNode.InField in when in.field() == QueryField.ID -> id(in.child());
      case QueryNode.InField in -> compile(in.child(), scope.in(in.field()));
      case QueryNode.DateRange range -> Optional.of(FilterQueries.dates(range.from(), range.to()));
      case QueryNode.DateUnknown _ -> Optional.of(FilterQueries.undated());
      case QueryNode.NumberRange range -> Optional.of(FilterQueries.numbers(range));
      case QueryNode.Together all -> all(all.children(), scope);
      case QueryNode.AllOf all -> all(all.children(), scope);
      case QueryNode.AnyOf any -> any(any.children(), scope);
      case QueryNode.Not not -> compile(not.child(), scope).map(FilterQueries::without);
      case QueryNode.Boosted boosted -> compile(boosted.child(), scope.times(boosted.factor()));
    };
  }

  /** Ids are matched whole; the parser puts nothing but one word or phrase under them. */
  private static Optional<Query> id(QueryNode child) {
    return switch (child) {
      case QueryNode.Word word -> Optional.of(id(word.text()));
      case QueryNode.ExactWord word -> Optional.of(id(word.text()));
      case QueryNode.Phrase phrase -> Optional.of(id(phrase.text()));
      case QueryNode.Wildcard wildcard when wildcard.pattern().equals("*") ->
          Optional.of(IndexSchema.articles());
      default -> Optional.empty();
    };
  }

  private static Query id(String id) {
    return new TermQuery(new Term(IndexSchema.ID, id));
  }

  private Optional<Query> phrase(QueryNode.Phrase phrase, Scope scope) {
    if (phrase.text().startsWith("* ") || phrase.text().endsWith(" *")) {
      note(phrase.text(), "begins or ends with an asterisk, which was not looked for.");
    }
    return unit(phrase.text(), scope, q -> q.phrase(phrase));
  }

  private Optional<Query> wildcard(QueryNode.Wildcard node, Scope scope) {
    if (!node.pattern().equals("*")) {
      return unit(node.pattern(), scope, q -> q.wildcard(node.pattern()));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    scope.fields().keySet().forEach(field -> query.add(hasField(field), Occur.SHOULD));
    return Optional.of(query.build());
  }

  private static Query hasField(QueryField field) {
    Optional<FacetField> facet =
        Arrays.stream(FacetField.values()).filter(f -> IndexSchema.wordsOf(f) == field).findFirst();
    if (facet.isPresent()) {
      return new FieldExistsQuery(IndexSchema.valuesOf(facet.get()));
    }
    return field.kind() == QueryField.Kind.TEXT
        ? new FieldExistsQuery(field.label())
        : new WildcardQuery(new Term(field.label(), "*"));
  }

  /** How one unit is looked for in one field. */
  private interface UnitQuery {
    Optional<Query> in(FieldQueries field) throws IOException;
  }

  private Optional<Query> unit(String text, Scope scope, UnitQuery unit) {
    List<Query> queries = new ArrayList<>();
    for (Map.Entry<QueryField, Float> field : scope.fields().entrySet()) {
      FieldQueries inField = new FieldQueries(field.getKey(), patterns, terms);
      query(unit, inField).map(q -> scope.boosted(q, field.getValue())).ifPresent(queries::add);
      if (inField.isCut()) {
        note(text, "stands for too many words; only the most frequent were searched.");
      }
    }
    if (queries.isEmpty()) {
      note(text, "holds nothing that can be searched, or too much, and was left out.");
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

  private void note(String text, String what) {
    String quoted =
        text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH - 1) + "…";
    notes.add("“" + quoted + "” " + what);
  }

  private Optional<Query> all(List<QueryNode> children, Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(child -> add(query, child, scope));
    BooleanQuery all = query.build();
    if (all.clauses().isEmpty()) {
      return Optional.empty();
    }
    boolean isNegative = all.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT);
    return Optional.of(isNegative ? query.add(IndexSchema.articles(), Occur.FILTER).build() : all);
  }

  private void add(BooleanQuery.Builder query, QueryNode child, Scope scope) {
    if (child instanceof QueryNode.Not not) {
      in(scope, not.child()).ifPresent(q -> query.add(q, Occur.MUST_NOT));
    } else {
      Occur occur = isFilter(child) ? Occur.FILTER : Occur.MUST;
      in(scope, child).ifPresent(q -> query.add(q, occur));
    }
  }

  private Optional<Query> in(Scope scope, QueryNode node) {
    return scope.equals(EVERYWHERE) ? part(node) : compile(node, scope);
  }

  private static boolean isFilter(QueryNode node) {
    return node instanceof QueryNode.DateRange
        || node instanceof QueryNode.DateUnknown
        || node instanceof QueryNode.NumberRange;
  }

  private Optional<Query> any(List<QueryNode> children, Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    children.forEach(c -> in(scope, c).ifPresent(q -> query.add(q, Occur.SHOULD)));
    BooleanQuery any = query.build();
    return any.clauses().isEmpty() ? Optional.empty() : Optional.of(any);
  }
}
