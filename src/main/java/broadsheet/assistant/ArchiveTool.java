package broadsheet.assistant;

import broadsheet.engine.SearchEngine;
import java.util.List;
import java.util.Map;

/** Something that an assistant may ask of the archive. Changes nothing. Thread-safe. */
interface ArchiveTool {

  /** The name by which assistants call it. */
  String name();

  /** The name that people see. */
  String title();

  /** Tells the assistant what the tool does and when to use it. */
  String description();

  /** The arguments it takes, as properties of a JSON Schema. */
  Map<String, Object> arguments();

  /** The names of the arguments that must be given. */
  List<String> required();

  /**
   * Answers a call whose arguments have the right types and ranges.
   *
   * @return a record that is sent as JSON
   * @throws UnanswerableException if there is no answer, with a sentence that says why
   */
  Object answer(ToolCall call, SearchEngine engine);
}
