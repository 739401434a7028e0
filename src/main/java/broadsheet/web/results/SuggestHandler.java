package broadsheet.web.results;

import broadsheet.address.QueryString;
import broadsheet.engine.ArchiveFields;
import broadsheet.engine.result.Completion;
import broadsheet.operation.Parameters;
import broadsheet.query.OpenEnd;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code /suggest} in the format that browsers expect from a search engine: the typed text
 * and its completions, each with its kind as its description. Never refuses, since half-typed text
 * is no error.
 *
 * <p>Source: OpenSearch Suggestions 1.1, https://github.com/dewitt/opensearch.
 */
public record SuggestHandler(Archive archive, Renderer renderer, ArchiveFields fields) {
  public static final String PATH = "/suggest";

  private static final String TYPE = "application/x-suggestions+json";
  private static final int COUNT = 10;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", "array");
    Map<String, Object> texts = Map.of("type", "array", "items", text, "maxItems", COUNT);
    answer.put("prefixItems", List.of(text, texts, texts));
    answer.put("minItems", 2);
    answer.put("maxItems", 3);
    return List.of(
        Operation.get(PATH, "Complete what is being typed")
            .taking(Parameters.Q)
            .answeringJson(TYPE, answer));
  }

  /** The query with each of some values, if it ends with the name of a field and a colon. */
  private List<Completion> values(String typed) {
    return OpenEnd.fieldAtEnd(typed).map(fields::values).orElse(List.of()).stream()
        .map(value -> new Completion(typed + value, Completion.Kind.LABEL))
        .toList();
  }

  public void json(Context context) {
    List<String> given = QueryString.parse(context.queryString()).filled(Parameters.Q.label());
    String typed = given.isEmpty() ? "" : given.getFirst();
    List<Completion> completed = archive.engine().completions(typed, COUNT);
    List<Completion> found = completed.isEmpty() ? values(typed) : completed;
    List<Object> answer = new ArrayList<>();
    answer.add(typed);
    answer.add(found.stream().map(Completion::text).toList());
    if (!found.isEmpty()) {
      answer.add(found.stream().map(each -> each.kind().label()).toList());
    }
    Body.send(context, new Body(renderer.json(answer).bytes(), TYPE));
  }
}
