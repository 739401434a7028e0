package broadsheet.opensearch.plugin;

import java.util.Map;
import org.opensearch.core.tasks.TaskId;
import org.opensearch.tasks.CancellableTask;

/**
 * The cancellable task of a question. When its client disconnects, it is cancelled together with
 * its requests to the shards.
 */
final class AskTask extends CancellableTask {

  AskTask(
      long id,
      String type,
      String action,
      String description,
      TaskId parent,
      Map<String, String> headers) {
    super(id, type, action, description, parent, headers);
  }

  @Override
  public boolean shouldCancelChildrenOnCancellation() {
    return true;
  }
}
