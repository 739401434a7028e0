package broadsheet.web.help;

import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import java.util.Map;

/**
 * A page of the documentation.
 *
 * @param frame the page frame
 * @param html the page, as the build made it
 */
public record HelpText(PageFrame frame, String html) {

  /** The media types of pictures by the end of their names. */
  static final Map<String, String> TYPES = Map.of("png", "image/png", "svg", "image/svg+xml");

  /** A picture, or a file to read as it is. */
  static Body file(String name, byte[] bytes) {
    String end = name.substring(name.lastIndexOf('.') + 1);
    return new Body(bytes, TYPES.getOrDefault(end, "text/plain; charset=utf-8"));
  }
}
