package broadsheet.web.takeaway;

import broadsheet.article.Article;
import broadsheet.engine.SearchRequest;
import broadsheet.web.address.Parameter;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.Archive;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with all the articles of a search, written as they are found. What goes wrong before the
 * first is told as a problem; afterwards only breaking the connection tells the client that the
 * rest is missing.
 */
public final class ExportHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ExportHandler.class);

  private final Archive archive;

  public ExportHandler(Archive archive) {
    this.archive = archive;
  }

  /** What answers in one format. */
  public Handler in(ExportFormat format) {
    return context -> answer(context, format);
  }

  private void answer(Context context, ExportFormat format) throws IOException {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters =
        SearchParameters.of(given.without(Parameter.PAGE, Parameter.SIZE, Parameter.AFTER));
    SearchRequest request = parameters.request(archive.parser().apply(parameters.text()).root());
    ExportStream stream = new ExportStream(context, format);
    if (context.method().equals(HandlerType.HEAD)) {
      stream.announce();
      return;
    }
    try {
      archive.engine().export(request, (Article article) -> stream.take(article));
      stream.finish();
    } catch (ExportStream.ClientGone e) {
      LOG.debug("{} was given up by its client", context.path());
    } catch (RuntimeException e) {
      if (!stream.isBegun()) {
        throw e;
      }
      LOG.error("Failed in the midst of {}", context.path(), e);
      breakOff(context);
    }
  }

  private static void breakOff(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .close();
  }
}
