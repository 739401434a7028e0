package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.scan.Scan;
import broadsheet.scan.Scans;
import broadsheet.web.address.Problem;
import broadsheet.web.address.Refusal;
import broadsheet.web.page.Archive;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code /article/{id}/scan/{page}} with the scan of a page of an article, as it is on
 * disk. An address names an article and the number of a page of it, never a file.
 */
public final class ScanHandler {
  public static final String PATH = "/article/{name}/scan/{page}";

  private static final int MOST_DIGITS = 4;

  private final Archive archive;
  private final Scans scans;

  public ScanHandler(Archive archive, Scans scans) {
    this.archive = archive;
    this.scans = scans;
  }

  public void answer(Context context) throws IOException {
    String id = context.pathParam("name");
    Article article =
        archive.engine().article(id).orElseThrow(() -> new Refusal(Problem.noArticle(id)));
    Scan scan =
        page(article.print().pages(), context.pathParam("page"))
            .flatMap(scans::of)
            .orElseThrow(() -> new Refusal(Problem.of(HttpStatus.NOT_FOUND.getCode())));
    String tag = "\"" + scan.version() + "\"";
    context.header("ETag", tag);
    context.contentType(scan.kind().mediaType());
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.header("Content-Length", Long.toString(scan.size()));
      context.result(Files.newInputStream(scan.path()));
    }
  }

  private static Optional<PrintedPage> page(List<PrintedPage> pages, String number) {
    boolean isNumber = number.length() <= MOST_DIGITS && number.matches("[0-9]+");
    int index = isNumber ? Integer.parseInt(number) - 1 : -1;
    return index >= 0 && index < pages.size() ? Optional.of(pages.get(index)) : Optional.empty();
  }
}
