package broadsheet.web.story;

import broadsheet.address.ParameterReader;
import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.operation.Parameter;
import broadsheet.scan.Scan;
import broadsheet.scan.ScanAnswer;
import broadsheet.scan.ScanSize;
import broadsheet.scan.Scans;
import broadsheet.scan.draw.PageRegion;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.request.Access;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers {@code /article/{id}/scan/{page}} with the scan of a page of an article. An address names
 * an article and the number of a page of it, never a file.
 */
public record ScanHandler(Archive archive, Scans scans, Access access) {
  public static final String PATH = "/article/{name}/scan/{page}";

  /**
   * {@code small} for the pages of an issue, {@code medium} beside a text, {@code strip} in
   * results.
   */
  private static final Parameter SIZE =
      Parameter.choice("size", "how large it is drawn", ScanSize.FULL);

  private static final Parameter REGION =
      Parameter.text("region", "the part of the page, as pct:x,y,width,height")
          .usually(PageRegion.WHOLE.toString());

  private static final int MOST_DIGITS = 6;
  private static final String RETRY_AFTER_SECONDS = "5";

  /** A reason without a subject. */
  private static final Pattern PREDICATE = Pattern.compile("(?:is|has|cannot|takes) ");

  private static final Problem BUSY =
      new Problem(
          "Too many scans", 503, "The server is drawing other scans. Try again in a moment.");

  /** Browsers show it in place of the scan or of a part of it, with the reason. */
  private static final String NOT_SHOWN =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="VIEW">
      <rect width="1000" height="1400" fill="#fff"/>
      <g text-anchor="middle" font-family="sans-serif" fill="#555">
      <text x="500" y="200" font-size="40">This scan cannot be shown.</text>
      <text x="500" y="260" font-size="24">REASON</text></g></svg>
      """;

  private static final String WHOLE_VIEW = "0 0 1000 1400";
  private static final String PART_VIEW = "150 150 700 130";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.get("/article/{id}/scan/{page}", "See the scan of a page of an article")
            .taking(Parameter.number("page", "which of the article’s pages"), SIZE, REGION)
            .answering("image/jpeg")
            .answering("image/png"));
  }

  public void answer(Context context) throws IOException {
    String id = context.pathParam("name");
    access.openToOtherSites(context);
    ParameterReader reader = new ParameterReader(QueryString.parse(context.queryString()));
    ScanSize size = reader.choice(SIZE, ScanSize.class);
    PageRegion region = region(reader);
    reader.refuseComplaints();
    Article article = archive.engine().article(id).orElseThrow(() -> archive.withoutArticle(id));
    Scan scan =
        page(article.positions().parts(), context.pathParam("page"))
            .flatMap(page -> scans.of(page, size, region))
            .orElseThrow(() -> new Refusal(Problem.of(HttpStatus.NOT_FOUND.getCode())));
    String tag = "\"" + scan.version() + "\"";
    if (tag.equals(context.header("If-None-Match"))) {
      context.header("ETag", tag).status(HttpStatus.NOT_MODIFIED);
    } else {
      send(scan.open(), tag, region.equals(PageRegion.WHOLE), context);
    }
  }

  private static PageRegion region(ParameterReader reader) {
    String text = reader.text(REGION).strip();
    return PageRegion.parse(text)
        .orElseGet(
            () -> {
              reader.isWrong(
                  REGION,
                  "region takes a part of the page in percent such as pct:25,10.5,50,8, not “%s”."
                      .formatted(ParameterReader.shortened(text)));
              return PageRegion.WHOLE;
            });
  }

  private static void send(ScanAnswer answer, String tag, boolean isWhole, Context context) {
    switch (answer) {
      case ScanAnswer.Image image ->
          context
              .header("ETag", tag)
              .header("Content-Length", Long.toString(image.size()))
              .contentType(image.mediaType())
              .result(image.content());
      case ScanAnswer.Undrawable undrawable ->
          context
              .status(HttpStatus.NOT_FOUND)
              .contentType("image/svg+xml")
              .result(
                  NOT_SHOWN
                      .replace("VIEW", isWhole ? WHOLE_VIEW : PART_VIEW)
                      .replace("REASON", sentence(undrawable.reason())));
      case ScanAnswer.Busy _ -> {
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        throw new Refusal(BUSY);
      }
    }
  }

  /** A reason such as “is encrypted” as text of an image. */
  private static String sentence(String reason) {
    boolean isPredicate = PREDICATE.matcher(reason).lookingAt();
    String said = isPredicate ? "It " + reason : reason;
    String whole = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    return whole.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Optional<PrintedPage> page(List<Part> parts, String number) {
    boolean isNumber = number.length() <= MOST_DIGITS && number.matches("[0-9]+");
    int index = isNumber ? Integer.parseInt(number) - 1 : -1;
    return index >= 0 && index < parts.size() && parts.get(index) instanceof PrintedPage page
        ? Optional.of(page)
        : Optional.empty();
  }
}
