package broadsheet.web;

import io.javalin.http.Context;

/** Answers {@code /}. */
final class HomeHandler {
  private final Archive archive;
  private final Renderer renderer;

  HomeHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  void html(Context context) {
    PageFrame frame = renderer.assets().frame("Broadsheet", "home.css", SearchParameters.none());
    HomePage page = HomePage.of(frame, archive.engine().summary(), archive.latest());
    Answers.send(context, renderer.html("home", page));
  }
}
