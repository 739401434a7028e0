package broadsheet.web.openapi;

import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers {@code /openapi.json}: the inputs and answers of every address, for programs. */
public final class OpenApiHandler {
  public static final String PATH = "/openapi.json";

  private final Supplier<Map<String, Object>> description;
  private final Renderer renderer;
  private volatile @Nullable Map<String, Object> document;

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
    List<Operation> all = Stream.concat(operations.stream(), Stream.of(own)).toList();
    description = () -> OpenApiDocument.of(all, isForData);
    this.renderer = renderer;
  }

  public void json(Context context) {
    Map<String, Object> here = new LinkedHashMap<>(document());
    here.put("servers", List.of(Map.of("url", Site.of(context))));
    Body.send(context, renderer.json(here));
  }

  /** Written at the first request: this takes a tenth as long as the whole start. */
  private Map<String, Object> document() {
    Map<String, Object> written = document;
    if (written == null) {
      written = description.get();
      document = written;
    }
    return written;
  }
}
