package broadsheet.web.request;

import java.util.regex.Pattern;

/**
 * The path under which readers reach the server behind a proxy: {@code /archive}. Inside the server
 * all paths are without it.
 *
 * @param path begins with a slash and does not end with one; empty for the root
 */
public record BasePath(String path) {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /** The server is at the root. */
  public static final BasePath ROOT = new BasePath("");

  public BasePath {
    if (!PATH.matcher(path).matches() || path.matches("(.*/)?\\.{1,2}(/.*)?")) {
      throw new IllegalArgumentException("not a base path: “" + path + "”");
    }
  }

  /** The path without the base path; unchanged if the proxy has removed that. */
  public String strip(String asked) {
    if (!path.isEmpty() && (asked.equals(path) || asked.startsWith(path + "/"))) {
      String rest = asked.substring(path.length());
      return rest.isEmpty() ? "/" : rest;
    }
    return asked;
  }

  /** Adds the base path to an address on this server; other addresses are left alone. */
  public String before(String address) {
    return address.startsWith("/") && !address.startsWith("//") ? path + address : address;
  }
}
