package broadsheet.web.openapi;

import broadsheet.web.address.Site;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers {@code /openapi.json}: what every address takes and answers, for programs. */
public final class OpenApiHandler {
  public static final String PATH = "/openapi.json";

  private final Map<String, Object> document;
  private final Renderer renderer;

  /**
   * A handler that describes these operations and itself.
   *
   * @param isForData whether errors of an address are problems in JSON rather than pages
   */
  public OpenApiHandler(
      List<Operation> operations, Predicate<String> isForData, Renderer renderer) {
    Operation own =
        Operation.get(PATH, "Describe every address")
            .answeringJson("application/json", Map.of("type", "object"));
    document =
        OpenApiDocument.of(Stream.concat(operations.stream(), Stream.of(own)).toList(), isForData);
    this.renderer = renderer;
  }

  public void json(Context context) {
    Map<String, Object> here = new LinkedHashMap<>(document);
    here.put("servers", List.of(Map.of("url", Site.of(context))));
    Body.send(context, renderer.json(here));
  }
}
