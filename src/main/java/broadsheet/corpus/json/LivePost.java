package broadsheet.corpus.json;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.PageTitle;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post of a live blog, by {@code liveBlogUpdate} of schema.org. Immutable.
 *
 * @param time when it was published, as stated; may be empty
 * @param headline may be empty if there are paragraphs
 * @param paragraphs may be none if there is a headline
 */
public record LivePost(String time, String headline, List<String> paragraphs) {
  /** The letters and digits at the beginning of a text that distinguish it from others. */
  private static final int START = 40;

  static Optional<LivePost> of(JsonNode post) {
    String headline = CleanText.line(JsonValues.text(post.path("headline")));
    List<String> paragraphs = Markup.paragraphs(JsonValues.text(post.path("articleBody")));
    return headline.isEmpty() && paragraphs.isEmpty()
        ? Optional.empty()
        : Optional.of(new LivePost(post.path("datePublished").asText(""), headline, paragraphs));
  }

  /** Headline and paragraphs. */
  public Stream<String> texts() {
    return Stream.concat(Stream.of(headline), paragraphs.stream()).filter(t -> !t.isEmpty());
  }

  /** Whether most of the posts are part of a body. */
  static boolean areIn(List<String> body, List<LivePost> posts) {
    String folded = PageTitle.folded(String.join("", body));
    return posts.stream().filter(post -> folded.contains(post.start())).count() * 2 > posts.size();
  }

  private String start() {
    return startOf(paragraphs.isEmpty() ? headline : paragraphs.getFirst());
  }

  /** The letters and digits at the beginning of a text, in lower case, to compare it by. */
  public static String startOf(String text) {
    String folded = PageTitle.folded(text);
    return folded.substring(0, Math.min(START, folded.length()));
  }
}
