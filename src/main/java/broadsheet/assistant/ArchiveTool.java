package broadsheet.assistant;

import broadsheet.engine.SearchEngine;
import broadsheet.operation.ArchiveOperation;

/**
 * A read-only tool of the Model Context Protocol that an assistant may call on the archive.
 * Thread-safe.
 */
interface ArchiveTool {

  /** The operation, which names the tool and its arguments. */
  ArchiveOperation operation();

  /** Tells the assistant what the tool does and when to use it. */
  String description();

  /**
   * Answers a call.
   *
   * @return a record that is sent as JSON
   * @throws UnanswerableException if there is no answer, with a sentence that says why
   */
  Object answer(ToolCall call, SearchEngine engine);
}
