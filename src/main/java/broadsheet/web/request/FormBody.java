package broadsheet.web.request;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The fields of a submitted form. */
public final class FormBody {

  /** The longest form accepted; it becomes an address, which must fit into the response head. */
  static final int LONGEST_BYTES = 6 * 1024;

  private static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /**
   * Reads the fields of a form.
   *
   * @throws Refusal with status 413 if it is too long, 415 if it is not a form
   */
  public static QueryString of(Context context) {
    return of(context, LONGEST_BYTES);
  }

  /**
   * Reads the fields of a form that becomes no address.
   *
   * @param longest the most bytes accepted
   * @throws Refusal with status 413 if it is too long, 415 if it is not a form
   */
  public static QueryString of(Context context, int longest) {
    Problem tooLong =
        new Problem(
            "Form too long",
            413,
            "A form may be up to %s kB. Shorten the query.".formatted(longest / 1024));
    byte[] body = RequestBody.read(context, TYPE, longest, tooLong);
    return QueryString.parse(new String(body, StandardCharsets.UTF_8));
  }
}
