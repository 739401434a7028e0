package broadsheet.lucene.suggest;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;

/**
 * A question about what a request could ask instead. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface RequestQuestion<A> extends PartQuestion<A> {

  /** The request. */
  SearchRequest request();

  /** Answers it for the request, compiled for the part. */
  A answer(CompiledRequest asked) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer(part.compiled(request()));
  }

  /** Asks for the reasons why no article matches the whole query. */
  record ShortfallQuestion(SearchRequest request) implements RequestQuestion<Shortfall> {
    @Override
    public Shortfall answer(CompiledRequest asked) throws IOException {
      return new ShortfallSearch(asked).shortfall();
    }
  }

  /** Asks for the number of articles that match each of some queries, with the filters. */
  record CountsQuestion(SearchRequest request, List<QueryNode> queries)
      implements RequestQuestion<List<Long>> {
    @Override
    public List<Long> answer(CompiledRequest asked) throws IOException {
      return QueryCounts.of(queries, asked);
    }
  }

  /** Asks for the suggestions of dates in place of their words, of those that find something. */
  record DateInsteadQuestion(SearchRequest request) implements RequestQuestion<List<String>> {
    @Override
    public List<String> answer(CompiledRequest asked) throws IOException {
      return DateInstead.of(asked);
    }
  }
}
