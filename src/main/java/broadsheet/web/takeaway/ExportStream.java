package broadsheet.web.takeaway;

import broadsheet.article.Article;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way of articles to the client, begun with the first. Not shared between threads. */
final class ExportStream {
  private static final int BUFFER_BYTES = 32 * 1024;

  private final Context context;
  private final ExportFormat format;
  private @Nullable ArticleWriter writer;

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

  /** Whether anything was sent, so that no other answer can be given. */
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
   * Sends one article.
   *
   * @throws ClientGone when the client no longer reads
   */
  void take(Article article) {
    try {
      begun().write(article);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  /** Sends what is left; without any article, what stands around none. */
  void finish() {
    try {
      begun().finish();
      context.outputStream().flush();
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  private ArticleWriter begun() throws IOException {
    ArticleWriter begun = writer;
    if (begun == null) {
      announce();
      begun = format.writer(new BufferedOutputStream(context.outputStream(), BUFFER_BYTES));
      writer = begun;
    }
    return begun;
  }
}
