package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real captions of one recording in several formats, if they are available ({@code
 * -Dbroadsheet.data=FOLDER}).
 */
@Thorough
class TranscriptDataTest {
  private static Path data(String name) {
    Path path =
        Path.of(System.getProperty("broadsheet.data", "../shared/data"), "shelf/transcripts", name);
    assumeTrue(Files.exists(path), "no " + path + " here: not tested");
    return path;
  }

  /** The eight captions of the film are in each file; SubRip words one line in another way. */
  @ParameterizedTest
  @CsvSource({
    "sample_dfxp.ttml",
    "sample_sami.smi",
    "sample_webvtt_from_dfxp.vtt",
    "sample_srt_ascii.srt"
  })
  void oneRecordingReadsAlikeInEachFormat(String file) {
    Reading reading = Reading.of(data(file));
    Article article = reading.only();
    assertThat(reading.entries()).isEmpty();
    assertThat(article.speakers()).containsExactly("MAN", "MAN 2");
    assertThat(article.paragraphs().getFirst()).isEqualTo("( clock ticking )");
    assertThat(article.paragraphs().get(1))
        .startsWith("MAN: When we think")
        .endsWith("as an old, wrinkly man with white hair.");
    assertThat(article.paragraphs().getLast()).contains("<LAUGHING & WHOOPS!>");
    assertThat(Heard.timed(article))
        .contains("14848 MAN:", "17000 we", "18752 as", "20887 MAN", "26760 MAN");
  }

  @Test
  void styledCaptionsAreTheirText() {
    List<String> expected = List.of("I do not want to go home. I don't like it there.");
    assertThat(Reading.of(data("sample_webvtt_from_sami_with_style.vtt")).only().paragraphs())
        .isEqualTo(expected);
    assertThat(Reading.of(data("sample_sami_with_css_inline_style.smi")).only().paragraphs())
        .isEqualTo(expected);
    assertThat(Reading.of(data("sample_dfxp_with_inherited_style.ttml")).only().paragraphs())
        .containsExactly(
            "This is italic, bold, underline, everything together in one tag, and nested.");
  }

  @Test
  void captionsInCapitalsWithNumbersAreRead() {
    Article article = Reading.of(data("sample_srt_numeric.srt")).only();
    assertThat(article.paragraphs().getFirst())
        .startsWith("TO FIND HIM. IF YOU HAVE")
        .endsWith("3");
    assertThat(Heard.timed(article)).startsWith("32290 TO").endsWith("36460 3");
  }

  @Test
  void captionsThatAreNotReadAreNamedInTheLedger() {
    Reading reading = Reading.of(data(""));
    assertThat(reading.articles()).hasSize(8);
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason)
        .containsOnly("a format that is not read yet: captions in SCC")
        .hasSize(2);
  }
}
