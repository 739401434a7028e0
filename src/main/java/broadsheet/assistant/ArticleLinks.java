package broadsheet.assistant;

import broadsheet.names.Name;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Links to articles and names on the server that serves the archive.
 *
 * @param site its address without a trailing slash; empty if it is not known
 */
record ArticleLinks(String site) {

  /** The page of an article; null if the server is not known. */
  @Nullable String to(String id) {
    return site.isEmpty() ? null : site + "/article/" + encoded(id);
  }

  /** The page of a name; null if the server is not known. */
  @Nullable String to(Name name) {
    return site.isEmpty()
        ? null
        : site + "/name/" + name.kind().label() + "/" + encoded(name.text());
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
