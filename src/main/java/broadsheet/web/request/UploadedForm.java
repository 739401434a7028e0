package broadsheet.web.request;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/**
 * A submitted form that may contain files. It is held in memory, and nothing is written to disk.
 * Immutable.
 *
 * @param parts the bytes of the first value of each field, not to be changed
 */
public record UploadedForm(Map<String, byte[]> parts) {

  private static final String TYPE = "multipart/form-data";
  private static final int MOST_PARTS = 20;

  public UploadedForm {
    parts = Map.copyOf(parts);
  }

  /** The bytes of a field; none if it is not there. */
  public byte[] bytes(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  /**
   * The value of a field, of a file its text; empty if there is none.
   *
   * @throws Refusal with status 400 if it is not UTF-8
   */
  public String value(String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(name))).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(Problem.badRequest("The file is not UTF-8 text."));
    }
  }

  /** The values of all fields. */
  public Map<String, String> fields() {
    return parts.keySet().stream().collect(Collectors.toMap(name -> name, this::value));
  }

  /**
   * Reads a form.
   *
   * @param longest the most bytes accepted
   * @throws Refusal with status 413 if it is too long, 415 if it is no such form, 400 if it is
   *     broken
   */
  public static UploadedForm of(Context context, int longest) {
    Problem tooLong =
        new Problem(
            "Too long",
            413,
            "Text and file may have up to %s MB together.".formatted(longest / 1024 / 1024));
    byte[] body = RequestBody.read(context, TYPE, longest, tooLong);
    try {
      return parsed(body, String.valueOf(MultiPart.extractBoundary(context.contentType())));
    } catch (IOException e) {
      throw new Refusal(Problem.of(400));
    }
  }

  private static UploadedForm parsed(byte[] body, String boundary) throws IOException {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MOST_PARTS);
    parser.setMaxLength(-1);
    parser.setMaxMemoryFileSize(-1);
    Map<String, byte[]> fields = new HashMap<>();
    CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
    parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
    try (MultiPartFormData.Parts parts = parsed.join()) {
      for (MultiPart.Part part : parts) {
        if (part.getName() != null) {
          fields.putIfAbsent(part.getName(), bytes(part));
        }
      }
    } catch (CompletionException | IllegalArgumentException e) {
      throw new Refusal(Problem.of(400));
    }
    return new UploadedForm(fields);
  }

  private static byte[] bytes(MultiPart.Part part) throws IOException {
    ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }
}
