package broadsheet.lucene.compile;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * Where a node of a query looks, and how much it counts.
 *
 * @param fields with the weight of each
 */
record FieldScope(Map<QueryField, Float> fields, float boost) {

  /** Where a reader looks who names no field. */
  static final FieldScope EVERYWHERE = new FieldScope(IndexSchema.DEFAULT_FIELDS, 1f);

  /** Boosts multiply from the outside in; their product stays within these. */
  private static final float LEAST_BOOST = 0.01f;

  private static final float MOST_BOOST = 1_000f;

  /** With the fields that a node names and a reader must name to look into. */
  FieldScope naming(QueryNode node) {
    Map<QueryField, Float> all = new LinkedHashMap<>(fields);
    NamedFields.of(node).forEach(field -> all.putIfAbsent(field, 1f));
    return isEverywhere() ? new FieldScope(all, boost) : this;
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

  Query boosted(Query query, float weight) {
    float factor = boost * weight;
    return factor == 1f ? query : new BoostQuery(query, factor);
  }
}
