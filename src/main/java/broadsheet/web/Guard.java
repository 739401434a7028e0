package broadsheet.web;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before everything else: puts the standing headers on each answer and, where the server is
 * meant for this machine only, refuses requests made under another name. Without that, a web site
 * whose name is made to lead to 127.0.0.1 could read the archive through its visitor's browser.
 */
final class Guard extends Handler.Wrapper {
  private static final int MISDIRECTED = 421;
  private static final Set<String> NAMES_OF_THIS_MACHINE =
      Set.of("localhost", "[::1]", "::1", "[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1");

  private final boolean isForThisMachineOnly;

  Guard(boolean isForThisMachineOnly) {
    this.isForThisMachineOnly = isForThisMachineOnly;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ResponseHeaders.onEveryAnswer().forEach(response.getHeaders()::put);
    if (isForThisMachineOnly && !namesThisMachine(Request.getServerName(request))) {
      Response.writeError(request, response, callback, MISDIRECTED);
      return true;
    }
    return super.handle(request, response, callback);
  }

  static boolean namesThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return NAMES_OF_THIS_MACHINE.contains(name) || name.matches("127(\\.\\d{1,3}){3}");
  }
}
