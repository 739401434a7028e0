package broadsheet.web.takeaway;

import broadsheet.engine.result.NamedArticle;
import broadsheet.export.ArticleFormat;
import broadsheet.export.ArticleWriter;
import broadsheet.export.ByteOrderMark;
import broadsheet.web.page.Body;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Formats and compresses articles in memory and sends them to the client in chunks. While a chunk
 * is being sent, the export gives up its turn. Not thread-safe.
 */
final class ExportStream {
  private static final int LARGEST_CHUNK_BYTES = 64 * 1024;
  private static final int FIRST_CHUNK_BYTES = 16 * 1024;

  private static final int GZIP_BYTES = 8 * 1024;

  /** Gzip is listed, and its quality is not zero. */
  private static final Pattern GZIP =
      Pattern.compile(
          "(^|[,\\s])gzip\\s*(,|$|;\\s*q=(?!0(\\.0*)?\\s*(,|$)))", Pattern.CASE_INSENSITIVE);

  private final Context context;
  private final ArticleFormat format;
  private final ByteOrderMark mark;
  private final Supplier<DownloadContent> counting;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private int chunkBytes = FIRST_CHUNK_BYTES;
  private @Nullable ArticleWriter writer;
  private @Nullable GZIPOutputStream gzip;

  /**
   * @param mark whether a table begins with a byte order mark
   * @param counting returns the content stated in the export; called once there is an article to
   *     send
   */
  ExportStream(
      Context context,
      ArticleFormat format,
      ByteOrderMark mark,
      Supplier<DownloadContent> counting) {
    this.mark = mark;
    this.context = context;
    this.format = format;
    this.counting = counting;
  }

  /** Ends an export that no client is waiting for. */
  static final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }

  /** Compresses fast: the size hardly matters compared with the processor time. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, GZIP_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Whether anything has been sent or is ready to be, so that no other answer is possible. */
  boolean isBegun() {
    return writer != null;
  }

  /** Sets the headers only. */
  void announce() {
    announce(counting.get());
  }

  private void announce(DownloadContent content) {
    context.contentType(format.type());
    Body.saveAs("broadsheet" + format.suffix(), context);
    if (content.isExact()) {
      context.header("Broadsheet-Articles", Long.toString(content.articles()));
    }
    if (!content.leftOut().isEmpty()) {
      context.header(ExportHandler.LEFT_OUT, String.join(" ", content.leftOut()));
    }
  }

  /**
   * Adds an article, and sends a chunk once there is enough for one.
   *
   * @throws ClientGone if the client no longer reads
   */
  void take(NamedArticle article, ExportSlots.Slot slot) {
    try {
      begun().write(article);
      if (chunk.size() >= chunkBytes) {
        slot.without(this::send);
        chunkBytes = Math.min(chunkBytes * 2, LARGEST_CHUNK_BYTES);
      }
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  /**
   * Sends the rest. If there were no articles, sends an empty file in the format.
   *
   * @throws ClientGone if the client no longer reads
   */
  void finish(ExportSlots.Slot slot) {
    try {
      begun().finish();
      if (gzip != null) {
        gzip.finish();
      }
      slot.without(this::send);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  private void send() throws IOException {
    OutputStream out = context.res().getOutputStream();
    chunk.writeTo(out);
    chunk.reset();
  }

  private ArticleWriter begun() throws IOException {
    ArticleWriter begun = writer;
    if (begun == null) {
      DownloadContent content = counting.get();
      announce(content);
      begun = format.writer(encoded(), mark, Site.of(context));
      writer = begun;
      if (!content.leftOut().isEmpty()) {
        String left = String.join(" ", content.leftOut());
        begun.remark("This file holds " + content.share() + ". " + left);
      }
    }
    return begun;
  }

  private OutputStream encoded() throws IOException {
    context.header("Vary", "Accept-Encoding");
    if (!takesGzip(context.header("Accept-Encoding"))) {
      return chunk;
    }
    context.header("Content-Encoding", "gzip");
    gzip = new QuickGzip(chunk);
    return gzip;
  }

  private static boolean takesGzip(@Nullable String accepted) {
    return accepted != null && GZIP.matcher(accepted).find();
  }
}
