package broadsheet.opensearch.plugin;

import org.opensearch.action.ActionType;

/**
 * The action that puts a question to every shard of an index. Any user who may search the index may
 * use it: the names are in the group {@code read} of the security plugin.
 */
final class Ask {

  /** The name of the action. */
  static final String NAME = "indices:data/read/broadsheet/ask";

  /** The name of the action on one shard. */
  static final String SHARD_NAME = NAME + "[s]";

  static final ActionType<AskResponse> ACTION = new ActionType<>(NAME, AskResponse::new);

  private Ask() {}
}
