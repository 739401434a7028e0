package broadsheet.web;

import io.javalin.http.Context;

/** Answers {@code /help}. */
final class HelpHandler {

  private final Archive archive;
  private final Renderer renderer;

  HelpHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  void html(Context context) {
    PageFrame frame = renderer.assets().frame("How to ask", "help.css", SearchParameters.none());
    HelpPage page = HelpPage.of(frame, archive.latest(), archive.engine().summary());
    Answers.send(context, renderer.html("help", page));
  }
}
