package broadsheet.lucene.compile;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.NamedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * The fields a node is searched in, and its weight.
 *
 * @param fields with the weight of each
 */
record FieldScope(Map<QueryField, Float> fields, float boost) {

  /** The default fields, for nodes without a field. */
  static final FieldScope EVERYWHERE = new FieldScope(IndexSchema.DEFAULT_FIELDS, 1f);

  /** The share of the scores of further matching fields that is added to that of the best. */
  private static final float OTHER_FIELDS = 0.1f;

  /** Nested boosts multiply; their product is kept within these bounds. */
  private static final float LEAST_BOOST = 0.01f;

  private static final float MOST_BOOST = 1_000f;

  /** Adds the texts that a node names and that are searched only by name. */
  FieldScope naming(QueryNode node) {
    Map<QueryField, Float> all = new LinkedHashMap<>(fields);
    NamedFields.of(node).stream()
        .filter(field -> field.kind() == QueryField.Kind.TEXT)
        .forEach(field -> all.putIfAbsent(field, 1f));
    return isEverywhere() ? new FieldScope(all, boost) : this;
  }

  /** The only field, if it has labels in place of a text. */
  Optional<QueryField> label() {
    return fields.size() == 1
        ? fields.keySet().stream().filter(f -> f.kind() == QueryField.Kind.KEYWORD).findFirst()
        : Optional.empty();
  }

  /** The default fields with this weight. */
  FieldScope everywhere() {
    return new FieldScope(IndexSchema.DEFAULT_FIELDS, boost);
  }

  boolean isEverywhere() {
    return fields.equals(IndexSchema.DEFAULT_FIELDS);
  }

  FieldScope in(QueryField field) {
    return new FieldScope(Map.of(field, 1f), boost);
  }

  FieldScope times(float factor) {
    return new FieldScope(fields, Math.clamp(boost * factor, LEAST_BOOST, MOST_BOOST));
  }

  /** The best match over the fields; empty where nothing could be indexed in any of them. */
  Optional<Query> best(Function<QueryField, Optional<Query>> inField) {
    List<Query> queries = new ArrayList<>();
    fields.forEach(
        (field, weight) ->
            inField.apply(field).map(query -> boosted(query, weight)).ifPresent(queries::add));
    return queries.size() < 2
        ? queries.stream().findFirst()
        : Optional.of(new DisjunctionMaxQuery(queries, OTHER_FIELDS));
  }

  Query boosted(Query query, float weight) {
    float factor = boost * weight;
    return factor == 1f ? query : new BoostQuery(query, factor);
  }
}
