package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.web.request.Access;
import broadsheet.web.request.BasePath;
import broadsheet.web.request.CanonicalPath;
import broadsheet.web.request.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The handler in front of every route. Sets the common headers on each answer, refuses requests for
 * anything but the one form of an address or under a name that is not the server's, rewrites the
 * rest to its public name and without its base path, and reports when a whole request has arrived
 * and when it has been answered.
 */
final class Guard extends Handler.Wrapper {
  private final Access access;
  private final SlowConnections slow;
  private final RequestCount requests;
  private final BasePath base;
  private final SingleHeaders headers;

  Guard(Access access, BasePath base, SlowConnections slow, RequestCount requests) {
    this.access = access;
    this.base = base;
    this.slow = slow;
    this.requests = requests;
    headers = new SingleHeaders(access.userHeader(), access.groupsHeader());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    HttpURI asked = request.getHttpURI();
    String path = base.strip(Objects.requireNonNullElse(asked.getPath(), ""));
    boolean isExport = RequestCount.isExport(path);
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
    if (asked.getFragment() != null || !CanonicalPath.isCanonical(path)) {
      correct(request, path, response, callback);
      return true;
    }
    Optional<Problem> unclear = headers.problem(request.getHeaders());
    if (unclear.isPresent()) {
      request.setAttribute(LastResort.PROBLEM, unclear.get());
      Response.writeError(request, response, callback, unclear.get().status());
      return true;
    }
    if (!access.answersTo(Request.getServerName(request))) {
      Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
      return true;
    }
    return super.handle(new Named(request, path), response, callback);
  }

  /** Leads people who typed a slash too many to the address. Nothing is at any other form. */
  private void correct(Request request, String path, Response response, Callback callback) {
    String canonical = CanonicalPath.of(path);
    HttpURI asked = request.getHttpURI();
    if (isReading(request) && asked.getFragment() == null && CanonicalPath.isCanonical(canonical)) {
      String query = asked.getQuery() == null ? "" : "?" + asked.getQuery();
      response.setStatus(HttpStatus.MOVED_PERMANENTLY_301);
      response.getHeaders().put(HttpHeader.LOCATION, base.before(canonical) + query);
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    } else {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    }
  }

  private static boolean isReading(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  private static boolean takesBody(Request request) {
    return request.getMethod().equals("POST");
  }

  /** The request as if it had been made to the public name. */
  private final class Named extends Request.Wrapper {
    private final HttpURI uri;

    Named(Request request, String path) {
      super(request);
      HttpURI asked = HttpURI.build(request.getHttpURI()).path(path).asImmutable();
      uri = access.publicUrl().map(url -> renamed(asked, url)).orElse(asked);
      if (access.publicUrl().isPresent()) {
        setAttribute(Site.PUBLISHED, true);
      }
      if (!base.path().isEmpty()) {
        setAttribute(Site.BASE, base.path());
      }
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

  /**
   * The headers by which a request says who makes it and from which page. Each may be sent once: a
   * proxy that adds its own to one that a client sent, or joins the two by a comma as RFC 9110
   * (5.3) lets it, would leave open which of them counts. Immutable.
   */
  private static final class SingleHeaders {
    private static final Pattern SEVERAL = Pattern.compile(",");

    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** RFC 6454 (7.3) lets an origin be a list with spaces between. */
    private static final Pattern SEVERAL_ORIGINS = Pattern.compile(",|://\\S*\\s+\\S*://");

    private record Single(String name, Pattern several) {}

    private final List<Single> headers = new ArrayList<>();

    /**
     * @param userHeader the header in which a proxy names the user; empty if none does
     * @param groupsHeader likewise the user's groups, between which commas stand
     */
    SingleHeaders(Optional<String> userHeader, Optional<String> groupsHeader) {
      userHeader.ifPresent(name -> headers.add(new Single(name, SEVERAL)));
      groupsHeader.ifPresent(name -> headers.add(new Single(name, NEVER)));
      headers.add(new Single("Origin", SEVERAL_ORIGINS));
      headers.add(new Single("Sec-Fetch-Site", SEVERAL));
    }

    /**
     * The problem with a request that sends one of them more than once; empty if it sends none so.
     */
    Optional<Problem> problem(HttpFields sent) {
      return headers.stream()
          .filter(header -> isSeveral(sent.getValuesList(header.name), header.several))
          .findFirst()
          .map(
              header ->
                  new Problem(
                      "Two values of one header",
                      400,
                      ("The request has more than one value of %s, so it is unclear which one"
                              + " counts. Send one; a proxy must replace the header that a client"
                              + " sends.")
                          .formatted(header.name)));
    }

    private static boolean isSeveral(List<String> values, Pattern several) {
      return values.size() > 1 || values.stream().anyMatch(value -> several.matcher(value).find());
    }
  }
}
