package broadsheet.web.request;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;

/** The body of a request: one type, and a bounded length. Stateless. */
final class RequestBody {
  private RequestBody() {}

  /**
   * Reads a body.
   *
   * @param type its only accepted type, in lower case without parameters
   * @param longest the most bytes accepted
   * @param tooLong the answer to a longer one
   * @throws Refusal with status 415 if it has another type, 400 if it cannot be read
   */
  static byte[] read(Context context, String type, int longest, Problem tooLong) {
    String given = context.contentType();
    if (given == null || !given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type)) {
      throw new Refusal(new Problem("Not a form", 415, "This address only accepts " + type + "."));
    }
    try {
      byte[] read = context.bodyInputStream().readNBytes(longest + 1);
      if (read.length > longest) {
        throw new Refusal(tooLong);
      }
      return read;
    } catch (IOException e) {
      throw new Refusal(Problem.of(400));
    }
  }
}
