package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captions of YouTube. Sources: the player's json3, as https://github.com/yt-dlp/yt-dlp saves it,
 * and https://github.com/jdepoix/youtube-transcript-api.
 */
class YouTubeJsonTest {
  @TempDir private Path folder;

  @Test
  void wordsOfTheAutomaticCaptionsHaveTheirTimes() {
    Article article =
        Reading.of(
                folder,
                "Tide talk [dQw4w9WgXcQ].en.json3",
                """
                {"wireMagic": "pb3", "pens": [{}], "wsWinStyles": [{}], "events": [
                 {"tStartMs": 0, "dDurationMs": 9000, "id": 1, "wpWinPosId": 1},
                 {"tStartMs": 160, "dDurationMs": 5000, "wWinId": 1, "segs": [
                  {"utf8": "the", "acAsrConf": 0}, {"utf8": " tide", "tOffsetMs": 400}]},
                 {"tStartMs": 2490, "dDurationMs": 10, "wWinId": 1, "aAppend": 1,
                  "segs": [{"utf8": "\\n"}]},
                 {"tStartMs": 2500, "dDurationMs": 3000, "wWinId": 1, "segs": [
                  {"utf8": "[Music]"}]}]}
                """)
            .only();
    assertThat(article.title()).isEqualTo("Tide talk");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.paragraphs()).containsExactly("the tide [Music]");
    assertThat(Heard.timed(article)).containsExactly("160 the", "560 tide", "2500 [Music]");
    assertThat(article.positions().words().words().getFirst().place())
        .isEqualTo(new Moment(160, 2_500));
  }

  @Test
  void listsOfTheTranscriptLibraryAreRead() {
    Article article =
        Reading.of(
                folder,
                "list.json",
                """
                [{"text": "Tide &amp; rain", "start": 0.03, "duration": 5.46},
                 {"text": "in the\\nharbour", "start": 3.21, "duration": 3.48}]
                """)
            .only();
    assertThat(article.paragraphs()).containsExactly("Tide & rain in the harbour");
    assertThat(Heard.timed(article)).containsExactly("30 Tide", "3210 in");
  }
}
