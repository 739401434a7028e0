package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.article.Article;
import broadsheet.recording.RecordingFile;
import broadsheet.recording.Recordings;
import broadsheet.web.page.HitMoment;
import broadsheet.web.story.ArticlePage.WebLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The recording of an article, as its page plays it.
 *
 * @param label the name of the recording
 * @param src its address on this server; null if it is not within the sources
 * @param captions the address of its captions
 * @param language of the captions; empty if unknown
 * @param link its address on another site, which is linked and never fetched; null if there is none
 * @param paragraphs when each paragraph is said
 */
public record ArticleRecording(
    String label,
    @Nullable String src,
    String captions,
    String language,
    boolean isVideo,
    @Nullable WebLink link,
    List<Said> paragraphs) {

  /** The parameter of an article's page that names a second of its recording. */
  public static final String SECOND = "second";

  private static final double MILLIS = 1_000;

  /**
   * When a paragraph is said.
   *
   * @param label as in {@code 12:04}; empty if it is not known
   * @param href plays it from there without a script; the paragraph itself if there is no recording
   */
  public record Said(String id, String label, String href, double seconds) {}

  static Optional<ArticleRecording> of(Article article, Recordings recordings, OptionalInt second) {
    return SpokenTimes.of(article).map(times -> of(article, times, recordings, second));
  }

  /** The index of the paragraph that is said at a second; empty if there is none. */
  static OptionalInt paragraphAt(Article article, OptionalInt second) {
    return second.isEmpty()
        ? second
        : SpokenTimes.of(article)
            .map(times -> times.paragraphAt((second.getAsInt() + 1) * (long) MILLIS - 1))
            .orElse(OptionalInt.empty());
  }

  private static ArticleRecording of(
      Article article, SpokenTimes times, Recordings recordings, OptionalInt second) {
    Optional<RecordingFile> file = recordings.of(times.recording());
    String address = file.map(_ -> ArticleAddress.recording(article.id())).orElse("");
    String from = second.isPresent() ? "#t=" + second.getAsInt() : "";
    return new ArticleRecording(
        times.recording().label(),
        file.isPresent() ? address + from : null,
        ArticleAddress.captions(article.id()),
        article.language(),
        file.isPresent() && file.get().kind().isVideo(),
        ArticlePage.webLink(times.recording().media()),
        paragraphs(times, address));
  }

  private static List<Said> paragraphs(SpokenTimes times, String address) {
    List<Said> all = new ArrayList<>();
    for (OptionalInt start : times.starts()) {
      String id = anchor(all.size());
      double seconds = start.orElse(0) / MILLIS;
      String href = address.isEmpty() ? "#" + id : address + "#t=" + seconds;
      all.add(
          new Said(id, start.isPresent() ? HitMoment.clock(start.getAsInt()) : "", href, seconds));
    }
    return all;
  }

  /** The id of a paragraph, which is counted from 0. */
  static String anchor(int paragraph) {
    return "said-" + (paragraph + 1);
  }
}
