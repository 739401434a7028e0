package broadsheet.web.results;

import broadsheet.web.address.Parameter;
import broadsheet.web.address.QueryString;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/**
 * Answers {@code /suggest} in the format that browsers expect from a search engine: the typed text
 * and its completions. Never refuses, since half-typed text is no error.
 *
 * <p>Source: OpenSearch Suggestions 1.1, https://github.com/dewitt/opensearch.
 */
public final class SuggestHandler {
  public static final String PATH = "/suggest";

  private static final String TYPE = "application/x-suggestions+json";
  private static final int COUNT = 10;

  private final Archive archive;
  private final Renderer renderer;

  public SuggestHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  public void json(Context context) {
    List<String> given = QueryString.parse(context.queryString()).filled(Parameter.Q.label());
    String typed = given.isEmpty() ? "" : given.getFirst();
    List<String> suggestions = archive.engine().suggest(typed, COUNT);
    Body.send(context, new Body(renderer.json(List.of(typed, suggestions)).bytes(), TYPE));
  }
}
