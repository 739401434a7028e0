package broadsheet.web.takeaway;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.SearchRequest;
import broadsheet.export.ArticleFormat;
import broadsheet.export.ArticleFormats;
import broadsheet.export.ByteOrderMark;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.request.FaultLog;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with all the articles of a search, written as they are found. A failure before the first
 * article is reported as a problem; after that, only a broken connection shows the client that the
 * rest is missing.
 */
public final class ExportHandler {
  /** The header with sentences on what an answer leaves out of that which its reader may read. */
  public static final String LEFT_OUT = "Broadsheet-Left-Out";

  private static final Logger LOG = LoggerFactory.getLogger(ExportHandler.class);

  private final Archive archive;
  private final ExportSlots slots;
  private final FaultLog faults = new FaultLog(LOG);

  public ExportHandler(Archive archive, ExportSlots slots) {
    this.archive = archive;
    this.slots = slots;
  }

  /** The path of an export: {@code /search.csv}. */
  public static String path(ArticleFormat format) {
    return "/search" + format.suffix();
  }

  /** Whether a path is that of an export. */
  public static boolean isExport(String path) {
    return ArticleFormats.ofSearches().stream().anyMatch(format -> path.equals(path(format)));
  }

  /** The handler for one format. */
  public Handler in(ArticleFormat format) {
    return context -> answer(context, format);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return ArticleFormats.ofSearches().stream()
        .map(
            format ->
                Operation.get(path(format), "Export all articles of a search as " + format.label())
                    .taking(ArchiveOperation.EXPORT.parameters())
                    .answering(format.type()))
        .toList();
  }

  private void answer(Context context, ArticleFormat format) throws IOException {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters =
        SearchParameters.of(given.without(Parameters.PAGE, Parameters.SIZE, Parameters.AFTER));
    SearchRequest request = parameters.request(archive.parsed(parameters.text(), context).root());
    long state = archive.engine().status().generation();
    ExportStream stream =
        new ExportStream(context, format, ByteOrderMark.of(given), () -> content(request, state));
    if (context.method().equals(HandlerType.HEAD)) {
      stream.announce();
      return;
    }
    try (ExportSlots.Slot slot = slots.take().orElseThrow(() -> full(context))) {
      send(request, stream, slot, context);
    }
  }

  /**
   * The articles that the page of the search counts, and the part of them in the export.
   *
   * @param state the state of the archive when the export began
   */
  private DownloadContent content(SearchRequest request, long state) {
    DownloadContent content = DownloadContent.of(archive.engine().search(request.withoutCounts()));
    return archive.engine().status().generation() == state ? content : content.uncertain();
  }

  /** The refusal while all slots are taken. */
  public static Refusal full(Context context) {
    context.header("Retry-After", Long.toString(ExportSlots.RETRY_AFTER.toSeconds()));
    return new Refusal(
        new Problem(
            "Too many exports",
            503,
            "The server is already sending as many exports as it can. Try again in a moment."));
  }

  private void send(
      SearchRequest request, ExportStream stream, ExportSlots.Slot slot, Context context) {
    try {
      archive
          .engine()
          .export(
              request,
              article -> {
                stream.take(article, slot);
                slot.yieldInTime();
              });
      stream.finish(slot);
    } catch (ExportStream.ClientGone e) {
      LOG.debug("The client abandoned {}", context.path());
    } catch (RuntimeException e) {
      if (!stream.isBegun()) {
        throw e;
      }
      log("Failed while sending " + context.path(), e);
      breakOff(context);
    }
  }

  private void log(String what, RuntimeException e) {
    if (e instanceof EngineException) {
      faults.expected(what, e);
    } else {
      faults.unexpected(what, e);
    }
  }

  /**
   * Breaks the connection, so that no client takes a part for the whole. It is reset rather than
   * closed: to a client of HTTP/1.0, as some proxies are, a closed one is a complete answer.
   */
  public static void breakOff(Context context) {
    Connection connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection();
    if (connection.getEndPoint().getTransport() instanceof NetworkChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        LOG.debug("Closed rather than reset: {}", e.getMessage());
      }
    }
    connection.close();
  }
}
