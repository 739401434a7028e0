package broadsheet.web;

import broadsheet.web.address.Access;
import broadsheet.web.address.BasePath;
import broadsheet.web.address.Site;
import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Runs before every route. Sets the common headers on each answer, refuses requests made under a
 * name that is not the server's, rewrites the rest to its public name and without its base path,
 * and reports when a whole request has arrived and when it has been answered.
 */
final class Guard extends Handler.Wrapper {
  private static final int MISDIRECTED = 421;

  private final Access access;
  private final SlowConnections slow;
  private final RequestCount requests;
  private final BasePath base;

  Guard(Access access, BasePath base, SlowConnections slow, RequestCount requests) {
    this.access = access;
    this.base = base;
    this.slow = slow;
    this.requests = requests;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    boolean isExport = RequestCount.isExport(base.strip(request.getHttpURI().getPath()));
    requests.begin(isExport);
    Request.addCompletionListener(
        request,
        _ -> {
          requests.end(isExport);
          slow.answered(connection);
        });
    if (request.getLength() == 0 || !takesBody(request)) {
      slow.arrived(connection);
    }
    ResponseHeaders.onEveryAnswer().forEach(response.getHeaders()::put);
    if (!access.answersTo(Request.getServerName(request))) {
      Response.writeError(request, response, callback, MISDIRECTED);
      return true;
    }
    return super.handle(new Named(request), response, callback);
  }

  private static boolean takesBody(Request request) {
    return request.getMethod().equals("POST");
  }

  /** The request as if it had been made to the public name. */
  private final class Named extends Request.Wrapper {
    private final HttpURI uri;

    Named(Request request) {
      super(request);
      HttpURI asked = withoutBase(request.getHttpURI());
      uri = access.publicUrl().map(url -> renamed(asked, url)).orElse(asked);
      if (!base.path().isEmpty()) {
        setAttribute(Site.BASE, base.path());
      }
    }

    private HttpURI withoutBase(HttpURI asked) {
      String path = asked.getPath();
      String inner = path == null ? null : base.strip(path);
      return inner == null || inner.equals(path)
          ? asked
          : HttpURI.build(asked).path(inner).asImmutable();
    }

    private static HttpURI renamed(HttpURI asked, URI url) {
      return HttpURI.build(asked)
          .scheme(url.getScheme())
          .authority(url.getHost(), url.getPort())
          .asImmutable();
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        slow.arrived(getConnectionMetaData().getConnection());
      }
      return chunk;
    }
  }
}
