package broadsheet.web;

import broadsheet.address.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers by which a request says who makes it and from which page. Each may be sent once: a
 * proxy that adds its own to one that a client sent, or joins the two by a comma as RFC 9110 (5.3)
 * lets it, would leave open which of them counts. Immutable.
 */
final class SingleHeaders {
  private static final Pattern SEVERAL = Pattern.compile(",");

  /** RFC 6454 (7.3) lets an origin be a list with spaces between. */
  private static final Pattern SEVERAL_ORIGINS = Pattern.compile(",|://\\S*\\s+\\S*://");

  private record Single(String name, Pattern several) {}

  private final List<Single> headers = new ArrayList<>();

  /**
   * @param userHeader the header in which a proxy names the user; empty if none does
   */
  SingleHeaders(Optional<String> userHeader) {
    userHeader.ifPresent(name -> headers.add(new Single(name, SEVERAL)));
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
                    ("The request has more than one value of %s, so it is unclear which one counts."
                            + " Send one; a proxy must replace the header that a client sends.")
                        .formatted(header.name)));
  }

  private static boolean isSeveral(List<String> values, Pattern several) {
    return values.size() > 1 || values.stream().anyMatch(value -> several.matcher(value).find());
  }
}
