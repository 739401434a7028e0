package broadsheet.lucene.compile;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import broadsheet.query.tree.NamedFields;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * @param isFurnitureShown whether what sources repeat is searched where the body is
 */
record FieldScope(Map<QueryField, Float> fields, float boost, boolean isFurnitureShown) {

  /** The default fields, for nodes without a field. */
  static final FieldScope EVERYWHERE = new FieldScope(IndexSchema.DEFAULT_FIELDS, 1f, false);

  private static final FieldScope WITH_FURNITURE =
      new FieldScope(withFurniture(IndexSchema.DEFAULT_FIELDS), 1f, true);

  /** The share of the scores of further matching fields that is added to that of the best. */
  private static final float OTHER_FIELDS = 0.1f;

  /** Nested boosts multiply; their product is kept within these bounds. */
  private static final float LEAST_BOOST = 0.01f;

  private static final float MOST_BOOST = 1_000f;

  /** The fields that the parts of a query without a field are searched in. */
  static FieldScope of(QueryNode query) {
    return ShownFurniture.isIn(query) ? WITH_FURNITURE : EVERYWHERE;
  }

  private static Map<QueryField, Float> withFurniture(Map<QueryField, Float> fields) {
    Map<QueryField, Float> all = new EnumMap<>(fields);
    all.put(QueryField.FURNITURE, 1f);
    return Map.copyOf(all);
  }

  /** Adds the texts that a node names and that are searched only by name. */
  FieldScope naming(QueryNode node) {
    Map<QueryField, Float> all = new LinkedHashMap<>(fields);
    NamedFields.of(node).stream()
        .filter(field -> field.kind() == QueryField.Kind.TEXT)
        .forEach(field -> all.putIfAbsent(field, 1f));
    return isEverywhere() ? new FieldScope(all, boost, isFurnitureShown) : this;
  }

  /** The only field, if it has labels in place of a text. */
  Optional<QueryField> label() {
    return fields.size() == 1
        ? fields.keySet().stream().filter(f -> f.kind() == QueryField.Kind.KEYWORD).findFirst()
        : Optional.empty();
  }

  /** The default fields with this weight. */
  FieldScope everywhere() {
    return new FieldScope(whole().fields, boost, isFurnitureShown);
  }

  boolean isEverywhere() {
    return fields.equals(whole().fields);
  }

  private FieldScope whole() {
    return isFurnitureShown ? WITH_FURNITURE : EVERYWHERE;
  }

  FieldScope in(QueryField field) {
    Map<QueryField, Float> alone = Map.of(field, 1f);
    boolean isBoth = isFurnitureShown && field == QueryField.BODY;
    return new FieldScope(isBoth ? withFurniture(alone) : alone, boost, isFurnitureShown);
  }

  FieldScope times(float factor) {
    float times = Math.clamp(boost * factor, LEAST_BOOST, MOST_BOOST);
    return new FieldScope(fields, times, isFurnitureShown);
  }

  /** The best match over the fields; empty where nothing could be indexed in any of them. */
  Optional<Query> best(Function<QueryField, Optional<Query>> inField) {
    List<Query> queries = new ArrayList<>();
    fields.forEach(
        (field, weight) ->
            inField.apply(field).map(query -> boosted(query, weight)).ifPresent(queries::add));
    return best(queries);
  }

  /** The best of these matches; empty where there are none. */
  static Optional<Query> best(List<Query> queries) {
    return queries.size() < 2
        ? queries.stream().findFirst()
        : Optional.of(new DisjunctionMaxQuery(queries, OTHER_FIELDS));
  }

  Query boosted(Query query, float weight) {
    float factor = boost * weight;
    return factor == 1f ? query : new BoostQuery(query, factor);
  }
}
