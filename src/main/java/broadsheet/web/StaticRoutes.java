package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Serves assets, icons and robots.txt. */
record StaticRoutes(Renderer renderer) {
  static final String ASSET = "/assets/{hash}/{file}";
  static final String ICON = "/favicon.svg";
  static final String OLD_ICON = "/favicon.ico";
  static final String ROBOTS_PATH = "/robots.txt";

  private static final String ROBOTS = "User-agent: *\nDisallow: /\n";
  private static final String FAVICON =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
      <rect width="32" height="32" fill="#8c1c13"/>
      <path d="M5 5.5h22M5 26.5h22" stroke="#fbf8f1" stroke-width="1.5"/>
      <path fill-rule="evenodd" fill="#fbf8f1" d="M9 9h8.5q5 0 5 3.4 0 2.5-3 3.2 3.8.6       3.8 3.7 0 3.7-5.8 3.7H9v-1l2-.4V10.4L9 10zm5.2 1.3v4.8h2.4q2.5 0       2.5-2.5t-2.5-2.3zm0 6v5.4h2.6q3 0 3-2.7t-3-2.7z"/>
      </svg>
      """;

  /** Their operations, for the OpenAPI document. */
  static List<Operation> operations() {
    return List.of(
        Operation.get(ASSET, "Load a stylesheet or script")
            .answering("text/css")
            .answering("text/javascript"),
        Operation.get(ICON, "Load the icon").answering("image/svg+xml"),
        Operation.get(OLD_ICON, "Answer browsers that look for an icon").answeringNothing(),
        Operation.get(ROBOTS_PATH, "Ask crawlers to stay out").answering("text/plain"));
  }

  void asset(Context context) {
    Body asset =
        renderer
            .assets()
            .find(context.pathParam("hash"), context.pathParam("file"))
            .orElseThrow(() -> new Refusal(Problem.of(404)));
    context.header(ResponseHeaders.CACHE_CONTROL, ResponseHeaders.FOR_EVER);
    Body.send(context, asset);
  }

  void icon(Context context) {
    context.header(ResponseHeaders.CACHE_CONTROL, "public, max-age=86400");
    context.contentType("image/svg+xml").result(FAVICON);
  }

  /** Browsers request this icon unasked; pages link to the other one. */
  void oldIcon(Context context) {
    context.status(HttpStatus.NO_CONTENT);
  }

  void robots(Context context) {
    context.contentType("text/plain; charset=utf-8").result(ROBOTS);
  }
}
