package broadsheet.opensearch.plugin;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.NodeSearches;
import java.util.List;
import java.util.Optional;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.ActionListenerResponseHandler;
import org.opensearch.action.ActionRunnable;
import org.opensearch.action.ActionType;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.HandledTransportAction;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.common.inject.Inject;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.tasks.TaskCancelledException;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ExecutorBuilder;
import org.opensearch.threadpool.ScalingExecutorBuilder;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportRequestOptions;
import org.opensearch.transport.TransportService;
import org.opensearch.transport.client.Client;
import org.opensearch.transport.client.ParentTaskAssigningClient;

/**
 * Does searches of whole archives on this node, which spares clients the rounds of questions. Any
 * user who may search the index may use the action: its name is in the group {@code read} of the
 * security plugin.
 */
public final class TransportPage extends HandledTransportAction<AskRequest, BytesAnswer> {

  private static final String NAME = "indices:data/read/broadsheet/page";

  static final ActionType<BytesAnswer> ACTION = new ActionType<>(NAME, BytesAnswer::new);

  /** The threads of searches. They mostly wait for shards, so not those of the shards' answers. */
  private static final String POOL = "broadsheet_page";

  private static final int MOST_THREADS = 128;
  private static final TimeValue IDLE = TimeValue.timeValueSeconds(30);

  private final NodeSearches searches = new NodeSearches();
  private final Broadcasts broadcasts;
  private final TransportService transport;
  private final ThreadPool threads;
  private final Client client;
  private final AskCounts questions;

  @Inject
  public TransportPage(
      Broadcasts broadcasts,
      TransportService transport,
      Client client,
      ActionFilters filters,
      NodeCounts counts) {
    super(NAME, transport, filters, AskRequest::new);
    this.broadcasts = broadcasts;
    this.transport = transport;
    this.client = client;
    threads = transport.getThreadPool();
    questions = counts.questions();
  }

  /** The threads to register. */
  static ExecutorBuilder<?> threads() {
    return new ScalingExecutorBuilder(POOL, 1, MOST_THREADS, IDLE);
  }

  /** A node without a copy of any shard passes the search on, once, to one that has some. */
  @Override
  protected void doExecute(Task task, AskRequest request, ActionListener<BytesAnswer> listener) {
    boolean isPassedOn = task.getParentTaskId().isSet();
    List<DiscoveryNode> nearer = isPassedOn ? List.of() : broadcasts.nearer(request.index());
    if (nearer.isEmpty()) {
      answer((AskTask) task, request, listener);
    } else {
      passOn(nearer, (AskTask) task, request, ActionListener.notifyOnce(listener));
    }
  }

  private void passOn(
      List<DiscoveryNode> nodes,
      AskTask task,
      AskRequest request,
      ActionListener<BytesAnswer> listener) {
    new HedgedCall(
            nodes,
            false,
            broadcasts.pageTimes(request),
            transport,
            (node, left, answer) ->
                transport.sendChildRequest(
                    node,
                    NAME,
                    request,
                    task,
                    TransportRequestOptions.builder().withTimeout(left).build(),
                    new ActionListenerResponseHandler<>(answer, BytesAnswer::new)),
            outcome -> end(outcome, listener),
            listener::onFailure)
        .askNext();
  }

  private static void end(AskResponse.Outcome outcome, ActionListener<BytesAnswer> listener) {
    if (outcome.isAnswer()) {
      listener.onResponse(new BytesAnswer(outcome.bytes()));
    } else {
      listener.onFailure(new OpenSearchStatusException(outcome.reason(), outcome.status()));
    }
  }

  private void answer(AskTask task, AskRequest request, ActionListener<BytesAnswer> listener) {
    long started = System.nanoTime();
    ActionListener<BytesAnswer> counted =
        ActionListener.wrap(
            answer -> {
              questions.answered(answer.bytes().length(), task, started);
              listener.onResponse(answer);
            },
            e -> {
              questions.failed(e, task, started);
              listener.onFailure(e);
            });
    threads.executor(POOL).execute(ActionRunnable.supply(counted, () -> answer(request, task)));
  }

  private BytesAnswer answer(AskRequest request, AskTask task) {
    if (task.isCancelled()) {
      throw new TaskCancelledException("nobody waits for the answer any more");
    }
    String header = threads.getThreadContext().getHeader(AskedState.HEADER);
    long update = AskedState.of(header, null).update(); // the rest changes nothing that is shown
    Broadcasts.First nearest = broadcasts.nearest();
    NodeShards shards =
        new NodeShards(
            request,
            (question, reply) -> broadcasts.ask(task, question, nearest, reply),
            index -> Optional.of(passages(task)).filter(_ -> broadcasts.has(index)));
    try (AccountedMemory memory = broadcasts.memory(request)) {
      memory.add(ShardAnswering.AS_READ * request.question().length());
      byte[] answer =
          searches.answer(
              BytesReference.toBytes(request.question()),
              request.index(),
              Long.toString(update),
              shards,
              task::isCancelled);
      memory.add(answer.length);
      return new BytesAnswer(new BytesArray(answer));
    } catch (EngineException e) { // the client asks another node, or the shards
      throw new OpenSearchStatusException(
          String.valueOf(e.getMessage()), RestStatus.SERVICE_UNAVAILABLE, e);
    }
  }

  /** Asked as the user, because nobody has checked yet that the user may search that index. */
  private NodeShards.Asking passages(AskTask task) {
    Client asUser = new ParentTaskAssigningClient(client, transport.getLocalNode(), task);
    return (question, reply) -> asUser.execute(Ask.ACTION, question, reply);
  }
}
