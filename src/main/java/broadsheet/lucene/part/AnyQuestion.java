package broadsheet.lucene.part;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks whether any article matches each of some queries, which is known at the first one that does.
 * Immutable.
 */
public record AnyQuestion(List<QueryNode> queries, Filters filters)
    implements PartQuestion<List<Boolean>> {

  /** Whether each query finds anything in an archive. */
  public static List<Boolean> of(List<QueryNode> queries, Filters filters, IndexParts parts)
      throws IOException {
    for (QueryNode query : queries) {
      parts.lookUp(query, filters);
    }
    List<List<Boolean>> all = parts.ask(new AnyQuestion(queries, filters));
    return IntStream.range(0, queries.size())
        .mapToObj(i -> all.stream().anyMatch(part -> part.get(i)))
        .toList();
  }

  @Override
  public List<Boolean> answer(IndexPart part) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(part.budget());
    FilterClause clause = compiler.filter(filters);
    List<Boolean> isAny = new ArrayList<>();
    for (QueryNode query : queries) {
      isAny.add(AnyHit.of(clause.of(compiler.compile(query)), part.budget().snapshot()));
    }
    return isAny;
  }
}
