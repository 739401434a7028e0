package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts as transcription services write them in plain text, with a time on each line. */
class StampedLinesTest {
  @TempDir Path folder;

  private Article read(String... lines) {
    return Reading.of(folder, "talk.txt", String.join("\n", lines)).only();
  }

  @Test
  void linesWithTimesAndSpeakersAreATranscript() {
    Article article =
        read(
            "The harbour talk",
            "",
            "[00:00:00] ANNA KIM: Good evening.",
            "",
            "[00:00:05] Tom Field: Hello.",
            "And welcome.",
            "[00:01:02] ANNA KIM: We begin.");
    assertThat(article.title()).isEqualTo("The harbour talk");
    assertThat(article.speakers()).containsExactly("ANNA KIM", "Tom Field");
    assertThat(article.paragraphs())
        .containsExactly(
            "ANNA KIM: Good evening.", "Tom Field: Hello. And welcome.", "ANNA KIM: We begin.");
    assertThat(Heard.timed(article)).contains("0 ANNA", "5000 Tom", "62000 ANNA");
  }

  @Test
  void nameOfNobodyIsNoSpeaker() {
    Article article = read("(0:00) SPEAKER 1: Good.", "(0:05) SPEAKER 2: So.", "(0:09) Bye.");
    assertThat(article.speakers()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("SPEAKER 1: Good.", "SPEAKER 2: So. Bye.");
  }

  @Test
  void timesInAnArticleMakeNoTranscript() {
    List<String> paragraphs =
        read(
                "Bridge opens",
                "",
                "The first train came.",
                "(9:05) it left.",
                "It came again.",
                "And left.")
            .paragraphs();
    assertThat(paragraphs).contains("(9:05) it left.");
  }
}
