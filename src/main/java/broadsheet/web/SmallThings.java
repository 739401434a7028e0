package broadsheet.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers what is neither a page nor a search: assets, icons, the state of the server. */
final class SmallThings {
  private static final String ROBOTS = "User-agent: *\nDisallow: /\n";
  private static final String FAVICON =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
      <rect width="32" height="32" fill="#8c1c13"/>
      <path d="M5 5.5h22M5 26.5h22" stroke="#fbf8f1" stroke-width="1.5"/>
      <path d="M10 9h7.6c3.3 0 5 1.2 5 3.3 0 1.7-1.1 2.7-3.1 3 2.5.2 4 1.400 4 3.600 0 2.700-2.100 4.100\
       -5.700 4.100H10v-1l1.700-.3V10.300L10 10zm4.600 6h2c1.900 0 2.900-.8 2.900-2.500s-1-2.400-2.900-2.400\
      h-2zm0 6.900h2.600c2 0 3.200-.9 3.200-2.800s-1.200-2.800-3.300-2.800h-2.500z" fill="#fbf8f1"/>
      </svg>
      """;

  private final Archive archive;
  private final Renderer renderer;

  SmallThings(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  private record Health(String status, long articles) {}

  void health(Context context) {
    Answers.send(context, renderer.json(new Health("ok", archive.engine().articleCount())));
  }

  void asset(Context context) {
    Body asset =
        renderer
            .assets()
            .find(context.pathParam("hash"), context.pathParam("file"))
            .orElseThrow(() -> new Refusal(Problem.of(404)));
    context.header(ResponseHeaders.CACHE_CONTROL, ResponseHeaders.FOR_EVER);
    Answers.send(context, asset);
  }

  void icon(Context context) {
    context.header(ResponseHeaders.CACHE_CONTROL, "public, max-age=86400");
    context.contentType("image/svg+xml").result(FAVICON);
  }

  /** Browsers ask for it unbidden; the pages name the other one. */
  void oldIcon(Context context) {
    context.status(HttpStatus.NO_CONTENT);
  }

  void robots(Context context) {
    context.contentType("text/plain; charset=utf-8").result(ROBOTS);
  }
}
