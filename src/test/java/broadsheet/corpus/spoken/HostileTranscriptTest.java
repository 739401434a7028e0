package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts that are damaged, endless or made to break a reader. */
class HostileTranscriptTest {
  @TempDir private Path folder;

  private Reading read(String text) {
    return Reading.of(folder, "talk.srt", text);
  }

  private static String cue(String times, String text) {
    return "1\n" + times + "\n" + text + "\n\n";
  }

  private static List<String> reasons(Reading reading) {
    return reading.entries().stream().map(LedgerEntry::reason).toList();
  }

  @Test
  void timesThatNoRecordingReachesAreRemarkedAndTheirTextIsKept() {
    Reading reading =
        read(
            cue("00:00:01,000 --> 00:00:02,000", "One.")
                + cue("999999999:00:00,000 --> 999999999:00:01,000", "Two.")
                + cue("100:00:00,000 --> 200:00:00,000", "Three."));
    Article article = reading.only();
    assertThat(Heard.timed(article)).containsExactly("1000 One.", "? Two.", "360000000 Three.");
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("captions without a possible time", "1"));
  }

  @Test
  void cuesOutOfOrderAreSortedAndTheLedgerSaysSo() {
    Reading reading =
        read(
            cue("00:00:05,000 --> 00:00:06,000", "Two.")
                + cue("00:00:01,000 --> 00:00:09,000", "One.")
                + cue("-00:00:03,000 --> 00:00:01,000", "Zero."));
    assertThat(Heard.timed(reading.only())).containsExactly("0 Zero.", "1000 One.", "5000 Two.");
    assertThat(reasons(reading)).containsExactly("captions out of order: sorted by their times");
  }

  @Test
  void aCueWithoutAnEndLastsUntilTheNextOrTenSeconds() {
    Article article =
        read(cue("00:00:01,000 -->", "One.")
                + cue("00:00:03,000 --> 00:00:02,000", "Two.")
                + cue("00:01:00,000 --> x", "Three."))
            .only();
    assertThat(article.positions().words().words())
        .extracting(word -> word.place())
        .containsExactly(
            new Moment(1_000, 3_000), new Moment(3_000, 13_000), new Moment(60_000, 70_000));
    assertThat(article.paragraphs().getLast()).contains("Three.");
  }

  @Test
  void aTranscriptLongerThanARecordFailsAndTheRestGoesOn() {
    byte[] long17 = new byte[17 * 1024 * 1024];
    Arrays.fill(long17, (byte) 'x');
    byte[] head = cue("00:00:01,000 --> 00:00:02,000", "").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, long17, 0, head.length);
    Reading.write(folder, "a.srt", long17);
    Reading.write(
        folder, "b.srt", TranscriptSamples.subRip("Fine.").getBytes(StandardCharsets.UTF_8));
    Reading reading = Reading.of(folder);
    assertThat(reading.only().paragraphs()).contains("Fine.");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::reason)
        .containsExactly("longer than 16 MB");
  }

  @Thorough
  @Test
  @Timeout(60)
  void aHundredThousandCuesTakeSeconds() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      Duration at = Duration.ofMillis(i * 1_500L);
      String clock =
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d,%03d",
              at.toHours(),
              at.toMinutesPart(),
              at.toSecondsPart(),
              at.toMillisPart());
      text.append(cue(clock + " --> " + clock, "Tide " + i + "."));
    }
    Article article = read(text.toString()).only();
    assertThat(article.positions().words().words()).hasSize(100_000);
    assertThat(Heard.words(article)).hasSize(200_000);
  }

  @Test
  @Timeout(60)
  void markupThatNeverEndsIsText() {
    String open = "<v <i <c.".repeat(100_000) + "{\\".repeat(100_000) + "&".repeat(1_000_000);
    Article article = read(cue("00:00:01,000 --> 00:00:02,000", "Tide. " + open)).only();
    assertThat(article.paragraphs().getFirst()).startsWith("Tide. <v <i");
  }

  @Test
  void captionsOfSoundsAloneOrOfNothingEndInTheLedger() {
    assertThat(reasons(read(cue("00:00:01,000 --> 00:00:02,000", " "))))
        .containsExactly("captions without text");
    assertThat(read(cue("00:00:01,000 --> 00:00:02,000", "[Music]")).only().paragraphs())
        .containsExactly("[Music]");
  }

  @Test
  void formatsThatAreNotReadAreNamed() {
    assertThat(
            reasons(Reading.of(folder, "a.scc", "Scenarist_SCC V1.0\n\n00:01:28;09\t9420 94ae\n")))
        .containsExactly("a format that is not read yet: captions in SCC");
    assertThat(reasons(Reading.of(folder, "a.ass", "[Script Info]\nTitle: x\n")))
        .containsExactly("a format that is not read yet: subtitles in SubStation Alpha");
  }

  @Test
  void aDocumentTypeIsNotResolved() {
    String bomb =
        "<!DOCTYPE tt [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + TranscriptSamples.ttml("Tide &b; end.");
    assertThat(Reading.of(folder, "a.ttml", bomb).only().paragraphs().getFirst())
        .isEqualTo("Tide &b; end.");
  }
}
