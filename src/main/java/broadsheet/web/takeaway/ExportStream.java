package broadsheet.web.takeaway;

import broadsheet.article.Article;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Formats and compresses articles in memory and sends them to the client a chunk at a time. While a
 * chunk is on its way the export gives up its turn. Not shared between threads.
 */
final class ExportStream {
  private static final int LARGEST_CHUNK_BYTES = 64 * 1024;
  private static final int FIRST_CHUNK_BYTES = 16 * 1024;

  private static final int GZIP_BYTES = 8 * 1024;

  /** Named, and not with a quality of zero. */
  private static final Pattern GZIP =
      Pattern.compile(
          "(^|[,\\s])gzip\\s*(,|$|;\\s*q=(?!0(\\.0*)?\\s*(,|$)))", Pattern.CASE_INSENSITIVE);

  private final Context context;
  private final ExportFormat format;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private int chunkBytes = FIRST_CHUNK_BYTES;
  private @Nullable ArticleWriter writer;
  private @Nullable GZIPOutputStream gzip;

  ExportStream(Context context, ExportFormat format) {
    this.context = context;
    this.format = format;
  }

  /** Ends an export that nobody waits for any more. */
  static final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }

  /** Compresses quickly: the size hardly matters beside the time of a processor. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, GZIP_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Whether anything was sent or is ready to be, so that no other answer can be given. */
  boolean isBegun() {
    return writer != null;
  }

  /** Sets the headers, and nothing else. */
  void announce() {
    String file = format.path().replace("/search", "broadsheet");
    context.contentType(format.type());
    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  /**
   * Takes one article, and sends what has come together when it is enough.
   *
   * @throws ClientGone when the client no longer reads
   */
  void take(Article article, ExportSlots.Slot slot) {
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
   * Sends the rest. Without any article that is what the format has around none.
   *
   * @throws ClientGone when the client no longer reads
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
      announce();
      begun = format.writer(encoded());
      writer = begun;
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
