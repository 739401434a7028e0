package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.article.Recording;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SubRip. Source: https://www.loc.gov/preservation/digital/formats/fdd/fdd000569.shtml (numbers,
 * times with a comma, text, an empty line).
 */
class SubRipTest {
  @TempDir private Path folder;

  private Article read(String text) {
    return Reading.of(folder, "talk.srt", text).only();
  }

  @Test
  void cuesBecomeParagraphsWithTheTimeOfEachCue() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,500
            Good evening and

            2
            00:00:02,500 --> 00:00:04,000
            <i>welcome</i> to the {\\an8}news.

            3
            00:00:09,000 --> 00:00:11,000
            The quay
            opened.
            """);
    assertThat(article.paragraphs())
        .containsExactly("Good evening and welcome to the news.", "The quay opened.");
    assertThat(Heard.timed(article)).containsExactly("1000 Good", "2500 welcome", "9000 The");
    assertThat(article.positions().words().words().getFirst().place())
        .isEqualTo(new Moment(1_000, 2_500));
    assertThat(article.positions().parts()).containsExactly(new Recording("talk.srt", ""));
    assertThat(article.title()).isEmpty();
  }

  @Test
  void linesMayEndInAnyWayAndTextMayHaveBlankLines() {
    String text =
        """
        1
        00:00:01,000 --> 00:00:02,000
        One

        still one.


        2
        00:00:03,000 --> 00:00:04,000 X1:40 X2:600
        Two.
        """;
    for (String end : List.of("\n", "\r\n", "\r")) {
      assertThat(read("\ufeff" + text.replace("\n", end)).paragraphs())
          .containsExactly("One still one. Two.");
    }
  }

  @Test
  void aNumberIsTextUnlessTimesFollowIt() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            The winners are
            7
            2
            00:00:02,000 --> 00:00:03,000
            3
            """);
    assertThat(article.paragraphs()).containsExactly("The winners are 7 3");
  }

  @Test
  void namesInCapitalsAreSpeakersAndBeginParagraphs() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            ANNA KIM: Is it open?

            2
            00:00:02,000 --> 00:00:03,000
            >> Dr. Reed: It is.

            3
            00:00:03,000 --> 00:00:04,000
            - Since when?
            - Today.
            """);
    assertThat(article.paragraphs())
        .containsExactly("ANNA KIM: Is it open?", "Dr. Reed: It is.", "- Since when?", "- Today.");
    assertThat(article.speakers()).containsExactly("ANNA KIM", "Dr. Reed");
  }

  @Test
  void inATextInCapitalsOnlyMarksTellSpeakers() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            REMEMBER: THE QUAY IS CLOSED.

            2
            00:00:02,000 --> 00:00:03,000
            >> TOM REED: IT OPENS TODAY.
            """);
    assertThat(article.speakers()).containsExactly("TOM REED");
  }

  @Test
  void writtenNamesAreSpeakersIfTheyBeginSeveralTurns() {
    String turn = "%d\n00:00:0%d,000 --> 00:00:0%d,900\n%s\n\n";
    Article article =
        read(
            turn.formatted(1, 1, 1, "Anna Kim: Is it open?")
                + turn.formatted(2, 2, 2, "Breaking News: it is.")
                + turn.formatted(3, 3, 3, "Anna Kim: At last."));
    assertThat(article.speakers()).containsExactly("Anna Kim");
  }

  @Test
  void linesThatRollUpAreReadOnce() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            the quay is

            2
            00:00:02,000 --> 00:00:03,000
            the quay is
            open again

            3
            00:00:03,000 --> 00:00:04,000
            open again
            after a year

            4
            00:00:04,000 --> 00:00:05,000
            open again
            after a year of work
            """);
    assertThat(article.paragraphs()).containsExactly("the quay is open again after a year of work");
    assertThat(Heard.timed(article))
        .containsExactly("1000 the", "2000 open", "3000 after", "4000 of");
  }

  @Test
  void whatSomebodySaysTwiceIsReadTwice() {
    Article article =
        read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            Never.

            2
            00:00:02,000 --> 00:00:03,000
            Never.

            3
            00:00:03,000 --> 00:00:04,000
            I said no.

            4
            00:00:04,000 --> 00:00:05,000
            No.
            """);
    assertThat(article.paragraphs()).containsExactly("Never. Never. I said no. No.");
  }

  @Test
  void otherNumberedTextIsNoTranscript() {
    Reading reading =
        Reading.of(folder, "list.txt", "1\nBread and butter for the harbour.\n\n2\nTea -> hot.\n");
    assertThat(reading.only().positions().parts()).isEmpty();
    Reading times =
        Reading.of(folder, "day.txt", "10:00 -> 11:00 The council meets at the harbour.\n\nTea.\n");
    assertThat(times.only().positions().parts()).isEmpty();
  }

  @Test
  void titleDateAndLanguageComeFromTheName() {
    String text = TranscriptSamples.subRip("Guten Abend.");
    Article article =
        Reading.of(folder, "2024-03-05_Rat_der_Stadt [dQw4w9WgXcQ].de.srt", text).only();
    assertThat(article.title()).isEqualTo("Rat der Stadt");
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.publishedAt().iso()).isEqualTo("2024-03-05");
    assertThat(Heard.timed(article).getFirst()).isEqualTo("1000 Guten");
  }

  @Test
  void theRecordingIsTheFileOfTheSameNameBesideIt() {
    Path media = Reading.write(folder, "talk.mp3", new byte[] {'I', 'D', '3', 0, 0, 0});
    for (String name : List.of("talk.srt", "talk.en.srt", "talk.mp3.srt")) {
      Article article = Reading.of(folder, name, TranscriptSamples.subRip("Good evening.")).only();
      assertThat(article.positions().parts())
          .as(name)
          .containsExactly(new Recording("talk.mp3", media.toString()));
    }
    List<LedgerEntry> entries = Reading.of(folder).entries();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().reason()).startsWith("the recording of a transcript");
    assertThat(entries.getFirst().detail()).isEqualTo("talk.srt");
  }

  @Test
  void transcriptInALanguageIsThatOfTheRecording() {
    byte[] sound = {'I', 'D', '3', 0, 0, 0};
    Reading.write(folder, "talk.mp3", sound);
    Reading.write(folder, "talk two.mp3", sound);
    String text = TranscriptSamples.subRip("Good evening.");
    for (String name :
        List.of("talk.mp3.fr.srt", "talk.en-GB.vtt", "talks.srt", "talk two.x.srt")) {
      Reading.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Reading.of(folder).entries())
        .extracting(entry -> entry.place() + ": " + entry.reason() + ": " + entry.detail())
        .anyMatch(line -> line.matches(".*talk\\.mp3: the recording of .*: talk\\.en-GB\\.vtt"))
        .anyMatch(line -> line.matches(".*talk two\\.mp3: .*only transcripts are read: "));
  }

  @Test
  void brokenEncodingsAreReadAsInAnyOtherText() {
    byte[] latin =
        TranscriptSamples.subRip("Les élus ont voté à Genève.")
            .getBytes(StandardCharsets.ISO_8859_1);
    Article article = Reading.of(Reading.write(folder, "latin.srt", latin)).only();
    assertThat(article.paragraphs().getFirst()).isEqualTo("Les élus ont voté à Genève.");
  }
}
