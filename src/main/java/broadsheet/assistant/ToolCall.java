package broadsheet.assistant;

import broadsheet.address.ParameterReader;
import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.engine.request.Filters;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The checked arguments of a call.
 *
 * @param values those that take one value
 * @param filters the articles that are searched
 * @param queries those to compare, without repetitions
 * @param parser reads any query
 */
record ToolCall(
    ParameterValues values,
    Filters filters,
    List<String> queries,
    Function<String, ParsedQuery> parser) {

  /**
   * Reads arguments, named as those of an address are.
   *
   * @throws broadsheet.address.Refusal if any is wrong
   */
  static ToolCall of(
      ArchiveOperation operation,
      Map<String, Object> arguments,
      Function<String, ParsedQuery> parser) {
    ParameterReader reader = new ParameterReader(given(arguments));
    ToolCall call =
        new ToolCall(
            reader.values(operation.arguments()),
            reader.filters(),
            texts(arguments.getOrDefault(Parameters.QUERIES.label(), List.of())),
            parser);
    reader.refuseComplaints();
    return call;
  }

  private static QueryString given(Map<String, Object> arguments) {
    List<QueryString.Pair> pairs = new ArrayList<>();
    arguments.forEach(
        (name, value) -> texts(value).forEach(text -> pairs.add(new QueryString.Pair(name, text))));
    return new QueryString(pairs);
  }

  private static List<String> texts(Object value) {
    return switch (value) {
      case List<?> all -> all.stream().map(String::valueOf).distinct().toList();
      case Number number -> List.of(Long.toString(number.longValue()));
      default -> List.of(value.toString());
    };
  }

  /** The query to answer. */
  ParsedQuery query() {
    return parser.apply(values.text(Parameters.QUERY));
  }
}
