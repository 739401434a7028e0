package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.CallText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.search.SearchShardTask;
import org.opensearch.action.search.SearchType;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.index.query.ParsedQuery;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.index.shard.SearchOperationListener;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.search.fetch.subphase.FetchDocValuesContext;
import org.opensearch.search.fetch.subphase.FetchFieldsContext;
import org.opensearch.search.internal.AliasFilter;
import org.opensearch.search.internal.FilteredSearchContext;
import org.opensearch.search.internal.SearchContext;
import org.opensearch.search.internal.ShardSearchRequest;
import org.opensearch.search.query.QuerySearchResult;
import org.opensearch.search.suggest.SuggestionSearchContext;
import org.opensearch.tasks.Task;

/**
 * A question as a query phase of OpenSearch, for its search statistics and its slow log. These take
 * a {@link SearchContext}, which has a hundred abstract methods and can be had from the service for
 * searches only. So this one filters none at all and has just the methods that are called: by
 * {@code ShardSearchStats} and {@code SearchSlowLog}, and by the listener of the security plugin,
 * whose hidden documents are hidden by its reader here. The group of a question in the statistics
 * is its kind.
 */
final class ShardQuery extends FilteredSearchContext {

  /** Enough of a call to know its kind. */
  private static final int HEAD = 8;

  /** Answers a question. */
  interface Answering {
    byte[] answer() throws IOException;
  }

  private final IndexShard shard;
  private final QueryShardContext context;
  private final List<String> kind;
  private final ShardSearchRequest request;
  private final SearchShardTask task;
  private final QuerySearchResult result = new QuerySearchResult();

  /**
   * @param context any of the shard
   * @param question not for a version
   * @param asked the question's task
   */
  @SuppressWarnings("NullAway") // no context is filtered
  ShardQuery(IndexShard shard, QueryShardContext context, BytesReference question, Task asked) {
    super(null);
    this.shard = shard;
    this.context = context;
    byte[] head = BytesReference.toBytes(question.slice(0, Math.min(HEAD, question.length())));
    kind = List.of(CallText.kind(head));
    request =
        new ShardSearchRequest(shard.shardId(), System.currentTimeMillis(), AliasFilter.EMPTY);
    request.source(new SearchSourceBuilder().ext(List.of(new QuestionSource(question))));
    String client = asked.getHeader(Task.X_OPAQUE_ID);
    task =
        new SearchShardTask(
            asked.getId(),
            asked.getType(),
            asked.getAction(),
            asked.getDescription(),
            asked.getParentTaskId(),
            client == null ? Map.of() : Map.of(Task.X_OPAQUE_ID, client));
  }

  /** Answers the question, and has that counted and, if it was slow, logged. */
  byte[] answered(Answering answering) throws IOException {
    SearchOperationListener listener = shard.getSearchOperationListener();
    listener.onPreQueryPhase(this);
    long started = System.nanoTime();
    boolean isAnswered = false;
    try {
      byte[] answer = answering.answer();
      isAnswered = true;
      return answer;
    } finally {
      if (isAnswered) {
        listener.onQueryPhase(this, System.nanoTime() - started);
      } else {
        listener.onFailedQueryPhase(this);
      }
    }
  }

  @Override
  public IndexShard indexShard() {
    return shard;
  }

  @Override
  public QueryShardContext getQueryShardContext() {
    return context;
  }

  @Override
  public List<String> groupStats() {
    return kind;
  }

  @Override
  public ShardSearchRequest request() {
    return request;
  }

  @Override
  public SearchShardTask getTask() {
    return task;
  }

  /** Without the number of hits, which is in the answer's bytes. */
  @Override
  public QuerySearchResult queryResult() {
    return result;
  }

  @Override
  public SearchType searchType() {
    return SearchType.QUERY_THEN_FETCH;
  }

  @Override
  public int numberOfShards() {
    return shard.indexSettings().getNumberOfShards();
  }

  @Override
  public boolean shouldUseConcurrentSearch() {
    return false;
  }

  @Override
  public @Nullable SuggestionSearchContext suggest() {
    return null;
  }

  @Override
  public ParsedQuery parsedQuery() {
    return new ParsedQuery(MatchAllDocsQuery.INSTANCE);
  }

  @Override
  public SearchContext parsedQuery(ParsedQuery query) {
    return this;
  }

  @Override
  public void preProcess(boolean isRewriting) {}

  @Override
  public @Nullable FetchFieldsContext fetchFieldsContext() {
    return null;
  }

  @Override
  public SearchContext fetchFieldsContext(FetchFieldsContext fields) {
    return this;
  }

  @Override
  public @Nullable FetchDocValuesContext docValuesContext() {
    return null;
  }

  @Override
  public SearchContext docValuesContext(FetchDocValuesContext values) {
    return this;
  }
}
