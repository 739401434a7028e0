package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.web.page.Body;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that Jetty refuses before any route runs: an address too long, a broken request.
 */
final class LastResort extends ErrorHandler {
  /** The attribute of a request that holds its problem, where more is known than the status. */
  static final String PROBLEM = "broadsheet.problem";

  private final Problems problems;

  LastResort(Problems problems) {
    this.problems = problems;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    Problem problem =
        request.getAttribute(PROBLEM) instanceof Problem known
            ? known
            : Problem.of(response.getStatus());
    Body body = problems.body(problem, path == null ? "" : path, "", null, null);
    HttpFields.Mutable headers = response.getHeaders();
    ResponseHeaders.onEveryAnswer().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, body.type());
    headers.put(HttpHeader.CONTENT_LENGTH, body.bytes().length);
    response.write(true, ByteBuffer.wrap(body.bytes()), callback);
    return true;
  }
}
