package broadsheet.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Arrays;
import java.util.Locale;

/** Turns view records into the bytes of a page or of its data twin. Thread-safe. */
final class Renderer {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json";
  static final String PROBLEM_JSON = "application/problem+json";

  private final TemplateEngine templates;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Assets assets;

  Renderer(Assets assets) {
    this.assets = assets;
    templates =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Renderer.class.getClassLoader(), "broadsheet.templates");
    templates.setTrimControlStructures(true);
  }

  Assets assets() {
    return assets;
  }

  /**
   * @param template its file without the ending
   * @param page the one parameter it takes
   */
  Body html(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", page, output);
    return new Body(output.toByteArray(), HTML);
  }

  Body json(Object view) {
    return new Body(bytes(view), JSON);
  }

  /**
   * A problem in the form the address asked for.
   *
   * @param query what the search box goes on holding
   */
  Body problem(Problem problem, String path, String query) {
    if (isForData(path)) {
      return new Body(bytes(problem), PROBLEM_JSON);
    }
    PageFrame frame =
        assets.frame(problem.title(), "problem.css", SearchParameters.none().withText(query));
    return html("problem", new ProblemPage(frame, problem));
  }

  /** Whether programs, not people, ask for addresses like this. */
  static boolean isForData(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json")
        || Arrays.stream(ExportFormat.values()).anyMatch(format -> lower.equals(format.path()))
        || lower.equals(FeedHandler.PATH)
        || lower.equals(FeedHandler.DESCRIPTION_PATH)
        || lower.equals("/healthz")
        || lower.equals(SuggestHandler.PATH)
        || lower.startsWith("/assets/");
  }

  private byte[] bytes(Object view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
