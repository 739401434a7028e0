package broadsheet.web.openapi;

import broadsheet.operation.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request that the server answers: a method on an address. Immutable.
 *
 * @param method {@code get} or {@code post}
 * @param path may contain names in braces, {@code /article/{id}.json}, which become inputs
 * @param summary its effect, as an imperative
 * @param inputs parameters of the address, or fields of the form of a {@code post}
 * @param answers one for each status and media type
 */
public record Operation(
    String method, String path, String summary, List<Parameter> inputs, List<Answer> answers) {

  private static final String POST = "post";
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int SEE_OTHER = 303;

  /**
   * An answer to a correct request.
   *
   * @param mediaType without parameters; empty if the answer has no body
   * @param schema the JSON Schema of its body; empty if it is not JSON
   * @param record the record that is sent as JSON; {@code void} if there is a schema, or no JSON
   */
  public record Answer(int status, String mediaType, Map<String, Object> schema, Type record) {
    public Answer {
      schema = Map.copyOf(schema);
    }

    boolean isRecord() {
      return !record.equals(void.class);
    }
  }

  public Operation {
    inputs = List.copyOf(inputs);
    answers = List.copyOf(answers);
  }

  /** A request that changes nothing. */
  public static Operation get(String path, String summary) {
    return new Operation("get", path, summary, List.of(), List.of());
  }

  /** A page for people. */
  public static Operation page(String path, String summary) {
    return get(path, summary).answering("text/html");
  }

  /** A form that is answered with the page to go on with. */
  public static Operation form(String path, String summary) {
    return new Operation(POST, path, summary, List.of(), List.of())
        .answering(new Answer(SEE_OTHER, "", Map.of(), void.class));
  }

  /** A form that is answered with JSON. */
  public static Operation formForJson(String path, String summary, Type record) {
    return new Operation(POST, path, summary, List.of(), List.of()).answeringJson(record);
  }

  /** A form that is answered with a file. */
  public static Operation formForFile(String path, String summary, String mediaType) {
    return new Operation(POST, path, summary, List.of(), List.of()).answering(mediaType);
  }

  /** A copy that takes these inputs as well. */
  public Operation taking(List<Parameter> more) {
    List<Parameter> all = Stream.concat(inputs.stream(), more.stream()).toList();
    return new Operation(method, path, summary, all, answers);
  }

  /** A copy that takes these inputs as well. */
  public Operation taking(Parameter... more) {
    return taking(List.of(more));
  }

  /**
   * A copy that also answers with something other than JSON.
   *
   * @param mediaType its parameters are left out
   */
  public Operation answering(String mediaType) {
    return answering(
        new Answer(OK, mediaType.replaceFirst(";.*", "").strip(), Map.of(), void.class));
  }

  /** A copy that also answers with this record as JSON. */
  public Operation answeringJson(Type record) {
    return answering(new Answer(OK, "application/json", Map.of(), record));
  }

  /** A copy that also answers with JSON of this schema. */
  public Operation answeringJson(String mediaType, Map<String, Object> schema) {
    return answering(new Answer(OK, mediaType, schema, void.class));
  }

  /** A copy that answers with no body. */
  public Operation answeringNothing() {
    return answering(new Answer(NO_CONTENT, "", Map.of(), void.class));
  }

  private Operation answering(Answer answer) {
    List<Answer> all = new ArrayList<>(answers);
    all.add(answer);
    return new Operation(method, path, summary, inputs, all);
  }

  /** The media type of the form it takes. */
  String formType() {
    return inputs.stream().anyMatch(input -> input.kind() == Parameter.Kind.FILE)
        ? "multipart/form-data"
        : "application/x-www-form-urlencoded";
  }

  boolean isForm() {
    return method.equals(POST);
  }
}
