package broadsheet.assistant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Links to articles on the server that serves the archive.
 *
 * @param site its address without a trailing slash; empty if it is not known
 */
record ArticleLinks(String site) {

  /** The page of an article; null if the server is not known. */
  @Nullable String to(String id) {
    return site.isEmpty()
        ? null
        : site + "/article/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
