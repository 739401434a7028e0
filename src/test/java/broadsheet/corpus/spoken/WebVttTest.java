package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Recording;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebVTT. Source: https://www.w3.org/TR/webvtt1/. */
class WebVttTest {
  @TempDir private Path folder;

  private Article read(String text) {
    return Reading.of(folder, "talk.vtt", text).only();
  }

  @Test
  void voicesAreSpeakersWhoseNamesBeginTheirParagraphs() {
    Article article =
        read(
            """
            WEBVTT

            intro
            00:01.000 --> 00:02.000 align:start
            <v.loud Mary Ann>Good &amp; early.</v>

            00:02.000 --> 00:03.000
            <v Mary Ann>Is it <b>open</b>?

            00:03.000 --> 00:04.000
            <v Tom>It is.</v> <v Mary Ann>Fine.
            """);
    assertThat(article.paragraphs())
        .containsExactly("Mary Ann: Good & early. Is it open?", "Tom: It is.", "Mary Ann: Fine.");
    assertThat(article.speakers()).containsExactly("Mary Ann", "Tom");
    assertThat(Heard.timed(article))
        .containsExactly("1000 Mary", "2000 Is", "3000 Tom:", "3000 Mary");
  }

  @Test
  void notesStylesRegionsAndReadingsAreNoText() {
    Article article =
        read(
            """
            WEBVTT - made by a test
            Title: Tide tables
            Language: en-GB
            Media: https://media.example/tide.mp3

            STYLE
            ::cue { color: red }

            NOTE
            not said

            REGION
            id:fred

            01:00:00.000 --> 01:00:01.000
            <c.yellow>Tides</c> <ruby>of<rt>not shown</rt></ruby> <00:00:00.500>today <LAUGHTER>
            """);
    assertThat(article.title()).isEqualTo("Tide tables");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.paragraphs()).containsExactly("Tides of today <LAUGHTER>");
    assertThat(Heard.timed(article)).containsExactly("3600000 Tides");
    assertThat(article.positions().parts())
        .containsExactly(new Recording("talk.vtt", "https://media.example/tide.mp3"));
  }

  /**
   * The form in which YouTube writes automatic captions:
   * https://github.com/yt-dlp/yt-dlp/issues/1734.
   */
  @Test
  void automaticCaptionsOfYouTubeAreReadOnceWithTheTimesOfWords() {
    Article article =
        read(
            """
            WEBVTT
            Kind: captions
            Language: en

            00:00:00.160 --> 00:00:03.429 align:start position:0%
            \s
            the<00:00:00.960><c> quay</c><00:00:01.520><c> opens</c>

            00:00:03.429 --> 00:00:03.439 align:start position:0%
            the quay opens
            \s

            00:00:03.439 --> 00:00:05.749 align:start position:0%
            the quay opens
            again<00:00:03.760><c> today</c>

            00:00:05.749 --> 00:00:05.759 align:start position:0%
            again today
            \s
            """);
    assertThat(article.paragraphs()).containsExactly("the quay opens again today");
    assertThat(Heard.timed(article))
        .containsExactly("160 the", "960 quay", "1520 opens", "3439 again", "3760 today");
  }
}
