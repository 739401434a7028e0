package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The posts of live blogs, by the description of {@code LiveBlogPosting} at schema.org. */
class LiveBlogTest {
  private static final String LAST =
      "The ferry made its last trip on Sunday night, and was sold to the museum of the town for a"
          + " single coin, as the council had decided in spring. Nobody on board wanted to speak of"
          + " the end, but all of them had come to the rail to look at the new piers.";

  @TempDir Path folder;

  private List<String> paragraphs(String intro, String body, String... posts) {
    String json =
        """
        {"@type": "LiveBlogPosting", "headline": "New bridge opens", "articleBody": "%s",
         "liveBlogUpdate": [%s]}
        """
            .formatted(intro, String.join(", ", posts));
    String page = Pages.page(Pages.jsonLd(json), "<h1>New bridge opens</h1>" + body);
    return Reading.of(folder, "page.html", page).only().paragraphs();
  }

  private static String post(String time, String headline, String body) {
    return """
    {"@type": "BlogPosting", "datePublished": "%s", "headline": "%s", "articleBody": "%s"}
    """
        .formatted(time, headline, body);
  }

  @Test
  void postsAreApartWithTheirTimesWhateverTheirMarkup() {
    assertThat(
            paragraphs(
                "",
                "",
                post("2023-05-10T00:12:00+02:00", "", LAST),
                post("2023-05-09T23:05:00+02:00", "The walk", "<p>" + Pages.SECOND + "</p>"),
                post("2023-05-09T11:30:00+02:00", "The opening", Pages.FIRST + "\\n" + LAST)))
        .containsExactly(
            "2023-05-10 00:12 – " + LAST,
            "2023-05-09 23:05 – The walk",
            Pages.SECOND,
            "11:30 – The opening",
            Pages.FIRST,
            LAST);
  }

  @Test
  void postsOnThePageHaveTheirTimes() {
    String body =
        "<div class=\"article-body\"><h2>The walk</h2><p>%s</p><h2>The opening</h2><p>%s</p></div>"
            .formatted(Pages.SECOND, Pages.FIRST);
    assertThat(
            paragraphs(
                "",
                body,
                post("2023-05-09T10:05:00Z", "The walk", Pages.SECOND),
                post("2023-05-09T09:30:00Z", "The opening", Pages.FIRST)))
        .containsExactly(
            "2023-05-09 10:05 UTC – The walk",
            Pages.SECOND,
            "09:30 UTC – The opening",
            Pages.FIRST);
  }

  @Test
  void bodyThatRepeatsThePostsIsNotReadTwice() {
    assertThat(
            paragraphs(
                Pages.SECOND + ' ' + Pages.FIRST + ' ' + LAST + LAST,
                "",
                post("", "", Pages.SECOND),
                post("", "", Pages.FIRST),
                post("", "", LAST + LAST)))
        .containsExactly(Pages.SECOND, Pages.FIRST, LAST + LAST);
  }

  @Test
  void hundredsOfPostsAreWhole() {
    String[] posts =
        IntStream.range(0, 428)
            .mapToObj(i -> post("2023-05-09T11:30:00", "Post " + i, "<b>" + i + "</b> " + LAST))
            .toArray(String[]::new);
    assertThat(paragraphs("", "<p>" + Pages.FIRST + "</p>", posts))
        .hasSize(856)
        .endsWith("11:30 – Post 427", "427 " + LAST)
        .filteredOn(text -> text.contains("Post"))
        .hasSize(428);
  }

  @Test
  void timesAreNotInvented() {
    String texts = IntStream.range(0, 9).mapToObj(i -> LAST).collect(Collectors.joining(" "));
    assertThat(paragraphs("", "", post("yesterday", "The end", texts)))
        .containsExactly("The end", texts);
  }
}
