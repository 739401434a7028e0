package broadsheet.web.address;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a form sends. */
public final class FormBody {

  /** So much is read at the most; it leads to an address, which must fit into the answer's head. */
  static final int LONGEST_BYTES = 6 * 1024;

  private static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /**
   * Reads the fields of a form.
   *
   * @throws Refusal with status 413 when it is too long, 415 when it is no form
   */
  public static QueryString of(Context context) {
    if (!isForm(context.contentType())) {
      throw new Refusal(new Problem("Not a form", 415, "This address takes " + TYPE + "."));
    }
    try {
      byte[] read = context.bodyInputStream().readNBytes(LONGEST_BYTES + 1);
      if (read.length > LONGEST_BYTES) {
        throw new Refusal(
            new Problem(
                "Form too long",
                413,
                "A form may have %s kB. Shorten the query.".formatted(LONGEST_BYTES / 1024)));
      }
      return QueryString.parse(new String(read, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refusal(Problem.of(400));
    }
  }

  private static boolean isForm(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
  }
}
