package broadsheet.web.openapi;

import broadsheet.address.Problem;
import broadsheet.operation.Parameter;
import broadsheet.operation.ParameterSchema;
import broadsheet.release.Release;
import broadsheet.web.openapi.Operation.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The description of all operations as OpenAPI 3.1.
 *
 * <p>Source: OpenAPI Specification 3.1.1, https://spec.openapis.org/oas/v3.1.1.
 */
final class OpenApiDocument {
  private static final Pattern NAME_IN_PATH = Pattern.compile("\\{(\\w+)}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final String SCHEMA = "schema";
  private static final String DESCRIPTION = "description";

  private final Predicate<String> isForData;
  private final RecordSchemas schemas = new RecordSchemas();

  /**
   * @param isForData whether errors of an address are problems in JSON rather than pages
   */
  private OpenApiDocument(Predicate<String> isForData) {
    this.isForData = isForData;
  }

  /**
   * The description without its servers.
   *
   * @param isForData whether errors of an address are problems in JSON rather than pages
   */
  static Map<String, Object> of(List<Operation> operations, Predicate<String> isForData) {
    return new OpenApiDocument(isForData).describe(operations);
  }

  private Map<String, Object> describe(List<Operation> operations) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      paths
          .computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method(), described(operation));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put("info", info());
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas.all()));
    return document;
  }

  private static Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Broadsheet");
    info.put(
        DESCRIPTION,
        "Full-text search in this news archive. Every address that takes GET takes HEAD as well."
            + " docs/http-api.md, which comes with the program, says what each field means.");
    info.put("version", Release.current().version());
    info.put("x-build", Release.current().build());
    return info;
  }

  private Map<String, Object> described(Operation operation) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", id(operation));
    described.put("summary", operation.summary());
    List<Map<String, Object>> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      described.put("parameters", parameters);
    }
    if (operation.isForm()) {
      described.put("requestBody", form(operation));
    }
    described.put("responses", responses(operation));
    return described;
  }

  /** Method and path as one word: {@code getSearchJson}. */
  private static String id(Operation operation) {
    StringBuilder id = new StringBuilder(operation.method());
    WORD.matcher(operation.path())
        .results()
        .map(MatchResult::group)
        .forEach(
            word ->
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word, 1, word.length()));
    return id.toString();
  }

  private static List<Map<String, Object>> parameters(Operation operation) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (String name : namesInPath(operation.path())) {
      parameters.add(
          parameter(
              operation.inputs().stream()
                  .filter(input -> input.label().equals(name))
                  .findFirst()
                  .orElse(Parameter.text(name, "percent-encoded"))
                  .required(),
              "path"));
    }
    if (!operation.isForm()) {
      outsideOfPath(operation).forEach(input -> parameters.add(parameter(input, "query")));
    }
    return parameters;
  }

  private static List<Parameter> outsideOfPath(Operation operation) {
    List<String> inPath = namesInPath(operation.path());
    return operation.inputs().stream().filter(input -> !inPath.contains(input.label())).toList();
  }

  private static List<String> namesInPath(String path) {
    return NAME_IN_PATH.matcher(path).results().map(name -> name.group(1)).toList();
  }

  private static Map<String, Object> parameter(Parameter input, String place) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", input.label());
    parameter.put("in", place);
    parameter.put(DESCRIPTION, input.meaning());
    parameter.put("required", input.isRequired());
    parameter.put(SCHEMA, ParameterSchema.of(input, Parameter.ANY, Parameter.ANY));
    return parameter;
  }

  private static Map<String, Object> form(Operation operation) {
    Map<String, Object> schema =
        ParameterSchema.object(outsideOfPath(operation), Parameter.ANY, Parameter.ANY);
    return Map.of(
        "required",
        schema.containsKey("required"),
        "content",
        Map.of(operation.formType(), Map.of(SCHEMA, schema)));
  }

  private Map<String, Object> responses(Operation operation) {
    Map<String, Object> responses = new LinkedHashMap<>();
    operation.answers().stream()
        .map(Answer::status)
        .distinct()
        .forEach(status -> responses.put(Integer.toString(status), response(status, operation)));
    responses.put("default", error(operation));
    return responses;
  }

  private Map<String, Object> response(int status, Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Answer answer : operation.answers()) {
      if (answer.status() == status && !answer.mediaType().isEmpty()) {
        content.put(answer.mediaType(), body(answer));
      }
    }
    if (operation.isForm() && content.isEmpty()) {
      Map<String, Object> address = Map.of(SCHEMA, Map.of("type", "string"));
      return Map.of(
          DESCRIPTION,
          "done; Location is the page to go on with",
          "headers",
          Map.of("Location", address));
    }
    return content.isEmpty()
        ? Map.of(DESCRIPTION, "nothing")
        : Map.of(DESCRIPTION, "the answer", "content", content);
  }

  private Map<String, Object> error(Operation operation) {
    Map<String, Object> content =
        isForData.test(operation.path())
            ? Map.of(Problem.JSON, Map.of(SCHEMA, schemas.of(Problem.class)))
            : Map.of("text/html", Map.of());
    return Map.of(DESCRIPTION, "why there is no answer", "content", content);
  }

  private Map<String, Object> body(Answer answer) {
    if (answer.isRecord()) {
      return Map.of(SCHEMA, schemas.of(answer.record()));
    }
    return answer.schema().isEmpty() ? Map.of() : Map.of(SCHEMA, answer.schema());
  }
}
