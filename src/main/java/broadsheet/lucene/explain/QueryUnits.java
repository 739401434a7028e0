package broadsheet.lucene.explain;

import broadsheet.lucene.compile.Relaxation;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a query and of its relaxed forms, by their canonical texts, to look up those that an
 * explanation names. Stateless.
 */
public final class QueryUnits {
  private QueryUnits() {}

  /**
   * The units of a query and of its relaxed forms, by their texts. Not all of these texts can be
   * typed.
   */
  public static Map<String, QueryNode> of(QueryNode root, List<Relaxation> relaxed)
      throws IOException {
    List<QueryPart> parts = new ArrayList<>(parts().of(root));
    parts.addAll(new QueryParts(_ -> true, QueryUnits::mayBeStopWord).of(root));
    for (Relaxation each : relaxed) {
      parts.addAll(parts().of(each));
    }
    Map<String, QueryNode> units = new HashMap<>();
    parts.forEach(part -> units.put(CanonicalText.of(part.node()), part.node()));
    return units;
  }

  /**
   * Whether a node is a stop word in some language. A phrase of stop words alone is also a unit.
   */
  private static boolean mayBeStopWord(QueryNode node) {
    return node instanceof QueryNode.Word
        || (node instanceof QueryNode.Boosted(QueryNode child, float _) && mayBeStopWord(child));
  }

  private static QueryParts parts() {
    return new QueryParts(_ -> true, _ -> false);
  }
}
