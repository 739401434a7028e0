package broadsheet.opensearch.plugin;

import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.HandledTransportAction;
import org.opensearch.common.inject.Inject;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Puts the questions of clients to the shards, and answers those to the shards of this node. */
public final class TransportAsk extends HandledTransportAction<AskRequest, AskResponse> {

  private final Broadcasts broadcasts;
  private final AskCounts questions;

  @Inject
  public TransportAsk(
      Settings settings,
      Broadcasts broadcasts,
      TransportService transport,
      IndicesService indices,
      ActionFilters filters,
      CircuitBreakerService breakers,
      NodeCounts counts) {
    super(Ask.NAME, transport, filters, AskRequest::new);
    this.broadcasts = broadcasts;
    questions = counts.questions();
    ShardAnswering answering =
        new ShardAnswering(indices, Limits.ANSWER.get(settings), breakers, counts.shards());
    transport.registerRequestHandler(
        Ask.SHARD_NAME, ThreadPool.Names.SEARCH, ShardAsk::new, answering::answer);
  }

  /** A question that belongs to a search on this node is a part of that one, which is counted. */
  @Override
  protected void doExecute(Task task, AskRequest request, ActionListener<AskResponse> listener) {
    AskTask asked = (AskTask) task;
    boolean isPart = request.isForVersion() || task.getParentTaskId().isSet();
    broadcasts.ask(
        asked, request, Broadcasts.First.PREFERRED, isPart ? listener : counted(asked, listener));
  }

  private ActionListener<AskResponse> counted(AskTask task, ActionListener<AskResponse> listener) {
    long started = System.nanoTime();
    return new ActionListener<>() {
      @Override
      public void onResponse(AskResponse response) {
        if (response.failures().isEmpty()) {
          questions.answered(response.length(), task, started);
        } else {
          Exception reason = new OpenSearchStatusException("incomplete", response.failure());
          questions.failed(reason, task, started);
        }
        listener.onResponse(response);
      }

      @Override
      public void onFailure(Exception e) {
        questions.failed(e, task, started);
        listener.onFailure(e);
      }
    };
  }
}
