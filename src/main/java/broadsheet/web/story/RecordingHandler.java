package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.recording.ByteRange;
import broadsheet.recording.RecordingFile;
import broadsheet.recording.Recordings;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers with the recording of an article, in the ranges that players ask for, with its captions,
 * and leads to what is said at a second. An address names an article, never a file.
 */
public record RecordingHandler(Archive archive, Recordings recordings) {
  public static final String RECORDING = "/article/{name}/recording";
  public static final String CAPTIONS = "/article/{name}/captions";
  public static final String AT = "/article/{name}/at/{second}";

  /** A player that pauses must not hold a connection, so an answer to a range ends after this. */
  private static final long MOST_OF_A_RANGE = 8L << 20;

  private static final int MOST_DIGITS = 6;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.get("/article/{id}/recording", "Hear or see the recording of an article")
            .answering("audio/mpeg")
            .answering("video/mp4"),
        Operation.get("/article/{id}/captions", "Read the captions of a recording as WebVTT")
            .answering("text/vtt"),
        Operation.page("/article/{id}/at/{second}", "Go to what is said at a second")
            .taking(Parameter.number("second", "counted from the beginning of the recording"))
            .taking(ArchiveOperation.SEARCH.parameters()));
  }

  /** Sends the recording or a range of it. */
  public void recording(Context context) throws IOException {
    RecordingFile file =
        times(context).flatMap(times -> recordings.of(times.recording())).orElseThrow(this::none);
    String tag = "\"" + file.version() + "\"";
    context.header("ETag", tag).header("Accept-Ranges", "bytes");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    Optional<ByteRange> range = range(context, tag, file.size());
    if (range.isPresent()) {
      context.header("Content-Range", range.get().contentRange(file.size()));
    }
    if (range.isPresent() && range.get().equals(ByteRange.UNSATISFIABLE)) {
      context.status(HttpStatus.RANGE_NOT_SATISFIABLE);
      return;
    }
    context.status(range.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK);
    send(file, range.orElse(ByteRange.whole(file.size())), context);
  }

  private Refusal none() {
    return new Refusal(Problem.of(HttpStatus.NOT_FOUND.getCode()));
  }

  /** The range that is wanted; a range of another version of the file is not. */
  private static Optional<ByteRange> range(Context context, String tag, long size) {
    String wanted = context.header("Range");
    String condition = context.header("If-Range");
    boolean isWanted = wanted != null && (condition == null || condition.equals(tag));
    return isWanted
        ? ByteRange.of(wanted, size)
            .map(
                range ->
                    range.equals(ByteRange.UNSATISFIABLE) ? range : range.atMost(MOST_OF_A_RANGE))
        : Optional.empty();
  }

  private static void send(RecordingFile file, ByteRange range, Context context)
      throws IOException {
    boolean isHead = context.method().equals(HandlerType.HEAD);
    context
        .header("Content-Length", Long.toString(range.length()))
        .contentType(file.kind().mediaType())
        .result(isHead ? InputStream.nullInputStream() : file.open(range));
  }

  /** Sends the captions of the recording. */
  public void captions(Context context) {
    Article article = article(context);
    if (SpokenTimes.of(article).isEmpty()) {
      throw none();
    }
    byte[] vtt = CaptionFile.of(article).getBytes(StandardCharsets.UTF_8);
    Body.send(context, new Body(vtt, "text/vtt; charset=utf-8"));
  }

  /** Leads to the paragraph that is said at a second, from which the page plays on. */
  public void at(Context context) {
    SearchParameters search = SearchParameters.of(QueryString.parse(context.queryString()));
    Article article = article(context);
    int second = second(context.pathParam("second")).orElseThrow(this::none);
    if (SpokenTimes.of(article).isEmpty()) {
      throw none();
    }
    OptionalInt paragraph =
        ArticleRecording.paragraphAt(LongParagraphs.divided(article), OptionalInt.of(second));
    List<QueryString.Pair> pairs = new ArrayList<>(search.toQueryString().pairs());
    pairs.add(new QueryString.Pair(ArticleRecording.SECOND, Integer.toString(second)));
    String page = new QueryString(pairs).after(ArticleAddress.path(article.id()));
    String anchor =
        paragraph.isPresent() ? "#" + ArticleRecording.anchor(paragraph.getAsInt()) : "";
    context.redirect(page + anchor, HttpStatus.FOUND);
  }

  /** A second as an address names it; empty if it is none. */
  static OptionalInt second(String text) {
    return text.length() <= MOST_DIGITS && text.matches("[0-9]+")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private Optional<SpokenTimes> times(Context context) {
    return SpokenTimes.of(article(context));
  }

  private Article article(Context context) {
    String id = context.pathParam("name");
    return archive.engine().article(id).orElseThrow(() -> archive.withoutArticle(id));
  }
}
