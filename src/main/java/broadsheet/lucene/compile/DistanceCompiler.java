package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.OccurrenceQuery;
import broadsheet.lucene.proximity.Occurrences;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.NamedFields;
import broadsheet.query.tree.SideGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.lucene.search.Query;

/**
 * Compiles distances and counts, for which each text of an article is looked through on its own. A
 * field of labels has no text: in it, they are those of its names in the texts. Not thread-safe.
 */
final class DistanceCompiler {

  private final UnitCompiler units;
  private final BiFunction<QueryNode, FieldScope, Optional<Query>> compile;

  /**
   * @param compile compiles any node in some fields
   */
  DistanceCompiler(UnitCompiler units, BiFunction<QueryNode, FieldScope, Optional<Query>> compile) {
    this.units = units;
    this.compile = compile;
  }

  /** The members of a required group may be in different fields: each is searched separately. */
  Optional<Query> near(QueryNode node, FieldScope scope) {
    List<QueryNode> members = SideGroups.apart(node);
    if (members.size() > 1) {
      return compile.apply(new QueryNode.AllOf(members), scope);
    }
    return scope
        .label()
        .map(label -> near(new QueryNode.InField(label, node), scope.everywhere()))
        .orElseGet(() -> scope.naming(node).best(field -> in(field, scope, node).query(node)));
  }

  /**
   * Names have places in the default fields. Where these are searched as well, a name is nowhere in
   * another text, unless that text is one side of a distance and so has to meet the name somehow.
   */
  private NearCompiler in(QueryField field, FieldScope scope, QueryNode node) {
    boolean isNameElsewhere =
        !IndexSchema.DEFAULT_FIELDS.containsKey(field)
            && scope.fields().keySet().stream().anyMatch(IndexSchema.DEFAULT_FIELDS::containsKey)
            && (node instanceof QueryNode.AnyOf || !NamedFields.of(node).contains(field));
    return new NearCompiler(field, scope, isNameElsewhere, units, compile);
  }

  Optional<Query> atLeast(int count, QueryNode child, FieldScope scope) {
    return switch (child) {
      case QueryNode.Together all -> each(count, all.children(), scope);
      case QueryNode.AllOf all -> each(count, all.children(), scope);
      case QueryNode.InField in when in.field() != QueryField.ID ->
          atLeast(count, in.child(), scope.in(in.field()));
      default -> occurring(count, child, scope);
    };
  }

  private Optional<Query> each(int count, List<QueryNode> children, FieldScope scope) {
    return compile.apply(
        new QueryNode.AllOf(
            children.stream()
                .<QueryNode>map(child -> new QueryNode.AtLeast(count, child))
                .toList()),
        scope);
  }

  /**
   * Requires that many occurrences in all fields together. Once is enough for a part without a
   * place in the text.
   */
  private Optional<Query> occurring(int count, QueryNode node, FieldScope scope) {
    if (scope.label().isPresent()) {
      return occurring(count, new QueryNode.InField(scope.label().get(), node), scope.everywhere());
    }
    FieldScope named = scope.naming(node);
    List<OccurrenceQuery.Part> parts = new ArrayList<>();
    for (QueryField field : named.fields().keySet()) {
      Optional<Occurrences> found = in(field, scope, node).occurrences(node);
      found.ifPresent(f -> parts.add(new OccurrenceQuery.Part(field.label(), f)));
    }
    Optional<Query> once = compile.apply(node, scope);
    if (parts.size() < named.fields().size()) {
      if (NamedFields.of(node).stream().noneMatch(units::areMentioned)) {
        units.noteCountedOnce();
      }
      return once;
    }
    return once.map(candidates -> new OccurrenceQuery(parts, count, candidates));
  }
}
