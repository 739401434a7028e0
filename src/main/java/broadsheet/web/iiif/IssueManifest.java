package broadsheet.web.iiif;

import static broadsheet.web.iiif.JsonObjects.object;

import broadsheet.address.ArticleAddress;
import broadsheet.article.Article;
import broadsheet.web.issues.PrintedIssue;
import broadsheet.web.link.IiifAddress;
import broadsheet.web.link.IssueAddress;
import broadsheet.web.page.DateLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The manifest of an issue: IIIF Presentation 3. Its pages are canvases, its articles ranges.
 *
 * @param site the address of this server as its clients write it
 */
record IssueManifest(String site, IiifAddress address, PrintedIssue issue, IssueCanvases canvases) {
  private static final String PRESENTATION = "http://iiif.io/api/presentation/3/context.json";
  private static final String ENGLISH = "en";

  /** The code for a text in no language. */
  private static final String NONE = "none";

  Map<String, Object> json() {
    String day = DateLabel.of(address.day());
    return object(
        "@context", PRESENTATION,
        "id", site + address.manifest(),
        "type", "Manifest",
        "label", text(NONE, address.newspaper() + ", " + day),
        "metadata",
            List.of(fact("Newspaper", NONE, address.newspaper()), fact("Date", ENGLISH, day)),
        "navDate", address.day() + "T00:00:00Z",
        "behavior", List.of("paged"),
        "homepage", List.of(homepage()),
        "service", services(canvases.base()),
        "items", canvases.inOrder().stream().map(this::canvas).toList(),
        "structures", List.of(contents()));
  }

  private static Map<String, List<String>> text(String language, String text) {
    return Map.of(language, List.of(text));
  }

  private static Map<String, Object> fact(String label, String language, String value) {
    return object("label", text(ENGLISH, label), "value", text(language, value));
  }

  private Map<String, Object> homepage() {
    return object(
        "id",
        site + IssueAddress.of(address.newspaper(), address.day()),
        "type",
        "Text",
        "label",
        text(ENGLISH, "The issue in this archive"),
        "format",
        "text/html");
  }

  /** Viewers such as Mirador 4 know only the first version of the search service. */
  private static List<Map<String, Object>> services(String base) {
    return List.of(
        object("id", base + IiifHandler.SEARCH, "type", "SearchService2"),
        object(
            "@id", base + IiifHandler.SEARCH_1,
            "@type", "SearchService1",
            "profile", "http://iiif.io/api/search/1/search"));
  }

  private Map<String, Object> canvas(IssueCanvases.Canvas canvas) {
    PrintedIssue.Leaf leaf = canvas.leaf();
    String scan = site + ArticleAddress.scan(leaf.article(), leaf.index() + 1);
    Map<String, Object> painting =
        object(
            "id",
            canvas.id() + "/painting",
            "type",
            "Annotation",
            "motivation",
            "painting",
            "body",
            image(scan, canvas),
            "target",
            canvas.id());
    return object(
        "id", canvas.id(),
        "type", "Canvas",
        "label", text(ENGLISH, "Page " + leaf.page().label()),
        "height", canvas.size().height(),
        "width", canvas.size().width(),
        "thumbnail",
            List.of(object("id", scan + "?size=small", "type", "Image", "format", "image/jpeg")),
        "items",
            List.of(
                object(
                    "id",
                    canvas.id() + "/page",
                    "type",
                    "AnnotationPage",
                    "items",
                    List.of(painting))));
  }

  private static Map<String, Object> image(String scan, IssueCanvases.Canvas canvas) {
    boolean isPng = canvas.leaf().page().image().toLowerCase(Locale.ROOT).endsWith(".png");
    return object(
        "id",
        scan,
        "type",
        "Image",
        "format",
        isPng ? "image/png" : "image/jpeg",
        "height",
        canvas.size().height(),
        "width",
        canvas.size().width());
  }

  private Map<String, Object> contents() {
    List<Map<String, Object>> ranges = new ArrayList<>();
    for (Article article : issue.articles()) {
      List<Map<String, Object>> pages =
          article.positions().pages().stream()
              .flatMap(page -> canvases.of(page).stream())
              .map(canvas -> object("id", canvas.id(), "type", "Canvas"))
              .toList();
      if (!pages.isEmpty()) {
        ranges.add(
            object(
                "id",
                canvases.base() + "/range/" + (ranges.size() + 1),
                "type",
                "Range",
                "label",
                text(NONE, article.headline()),
                "items",
                pages));
      }
    }
    return object(
        "id",
        canvases.base() + "/range/articles",
        "type",
        "Range",
        "label",
        text(ENGLISH, "Articles"),
        "items",
        ranges);
  }
}
