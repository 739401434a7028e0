package broadsheet.assistant;

import broadsheet.query.ParsedQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arguments of a call, checked for type and range.
 *
 * @param parser reads any query
 */
record ToolCall(Map<String, Object> arguments, Function<String, ParsedQuery> parser) {

  ToolCall {
    arguments = Map.copyOf(arguments);
  }

  /** A text; empty if it is not given. */
  String text(String name) {
    return arguments.get(name) instanceof String text ? text : "";
  }

  int number(String name, int standard) {
    return arguments.get(name) instanceof Number number ? number.intValue() : standard;
  }

  List<String> texts(String name) {
    return arguments.get(name) instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }

  /**
   * A day; empty if it is not given.
   *
   * @throws UnanswerableException if there is no such day
   */
  Optional<LocalDate> day(String name) {
    String text = text(name).strip();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new UnanswerableException(
          "%s takes a day such as 1987-02-26; there is no day %s.".formatted(name, text));
    }
  }

  ParsedQuery query(String text) {
    return parser.apply(text);
  }
}
