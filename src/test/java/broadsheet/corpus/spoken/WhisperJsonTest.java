package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transcripts of Whisper. Sources: https://github.com/openai/whisper (segments, words),
 * https://github.com/m-bain/whisperX (speaker), https://github.com/ggml-org/whisper.cpp
 * (transcription with offsets), and podcasts' JSON.
 */
class WhisperJsonTest {
  @TempDir private Path folder;

  private Article read(String json) {
    return Reading.of(folder, "talk.json", json).only();
  }

  @Test
  void segmentsWithWordsKeepTheTimeOfEachWord() {
    Article article =
        read(
            """
            {"text": " Tide today. Rain.", "segments": [
             {"id": 0, "seek": 0, "start": 0.5, "end": 2.0, "text": " Tide today.",
              "tokens": [50364, 42], "words": [
               {"word": " Tide", "start": 0.5, "end": 0.9, "probability": 0.9},
               {"word": " today.", "start": 1.1, "end": 2.0, "probability": 0.9}]},
             {"id": 1, "seek": 0, "start": 9.25, "end": 10.0, "text": " Rain."}],
             "language": "en"}
            """);
    assertThat(article.paragraphs()).containsExactly("Tide today.", "Rain.");
    assertThat(article.language()).isEqualTo("en");
    assertThat(Heard.timed(article)).containsExactly("500 Tide", "1100 today.", "9250 Rain.");
  }

  @Test
  void speakersAreNamedInTheTextAndThoseWithoutANameAreNoValues() {
    Article article =
        read(
            """
            {"segments": [
             {"start": 0.5, "end": 2.0, "text": "Tide.", "speaker": "SPEAKER_00"},
             {"start": 2.0, "end": 3.0, "text": "Rain.", "speaker": "Ada Reed"}],
             "language": "en"}
            """);
    assertThat(article.paragraphs()).containsExactly("SPEAKER_00: Tide.", "Ada Reed: Rain.");
    assertThat(article.speakers()).containsExactly("Ada Reed");
  }

  @Test
  void tokensOfWhisperCppJoinIntoWords() {
    Article article =
        read(
            """
            {"systeminfo": "x", "model": {"type": "base"}, "params": {"language": "en"},
             "result": {"language": "en"}, "transcription": [
             {"timestamps": {"from": "00:00:01,000", "to": "00:00:03,000"},
              "offsets": {"from": 1000, "to": 3000}, "text": " Tidal rain.", "tokens": [
               {"text": "[_BEG_]", "offsets": {"from": 1000, "to": 1000}},
               {"text": " Tid", "offsets": {"from": 1000, "to": 1200}},
               {"text": "al", "offsets": {"from": 1200, "to": 1500}},
               {"text": " rain", "offsets": {"from": 2000, "to": 2500}},
               {"text": ".", "offsets": {"from": 2500, "to": 3000}}]}]}
            """);
    assertThat(article.paragraphs()).containsExactly("Tidal rain.");
    assertThat(Heard.timed(article)).containsExactly("1000 Tidal", "2000 rain.");
  }

  /** https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md. */
  @Test
  void transcriptsOfPodcastsAreRead() {
    Article article =
        read(
            """
            {"version": "1.0.0", "segments": [
             {"speaker": "Ada Reed", "startTime": 0.5, "endTime": 0.75, "body": "Tide"},
             {"startTime": 0.75, "endTime": 1.5, "body": "and rain."}]}
            """);
    assertThat(article.paragraphs()).containsExactly("Ada Reed: Tide and rain.");
    assertThat(Heard.timed(article)).containsExactly("500 Ada", "750 and");
  }

  @Test
  void theTextMayBeLongerThanWhatIsLookedAt() {
    String text = "Tide \\\"high\\\". ".repeat(10_000);
    Article article =
        read(
            "{\"text\": \""
                + text
                + "\", \"segments\": [{\"start\": 0.5, \"end\": 2.0, \"text\": \"Tide.\"}]}");
    assertThat(article.paragraphs()).containsExactly("Tide.");
  }

  @Test
  void aLongTextWithoutSegmentsIsAnArticle() {
    String text = "The tide came in. ".repeat(10_000);
    Article article = read("{\"text\": \"" + text + "\", \"title\": \"Tides\"}");
    assertThat(article.title()).isEqualTo("Tides");
    assertThat(article.positions().parts()).isEmpty();
  }

  @Test
  void aTranscriptThatIsCutOffGivesWhatItHas() {
    Reading reading =
        Reading.of(
            folder,
            "cut.json",
            "{\"segments\": [{\"start\": 0.5, \"end\": 2.0, \"text\": \"Tide.\"}, {\"start\":"
                + " 2.0,");
    assertThat(reading.only().paragraphs()).containsExactly("Tide.");
    assertThat(reading.entries().getFirst().reason()).contains("cut off");
  }
}
