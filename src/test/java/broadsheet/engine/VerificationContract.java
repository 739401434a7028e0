package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.verify.Change;
import broadsheet.verify.ChangeKind;
import broadsheet.verify.Claim;
import broadsheet.verify.ClaimVerification;
import broadsheet.verify.Finding;
import broadsheet.verify.FoundPlace;
import broadsheet.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a claim stands in an archive, where first, and who says it there. */
abstract class VerificationContract extends SharedArchiveContract {

  private static final String BOX =
      "Sign up for the harbour briefing and receive the best stories of the day every morning"
          + " before breakfast with our compliments.";

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    articles.add(dated("late", "1990-05-01", PIER));
    articles.add(dated("early", "1987-02-26", PIER));
    articles.add(dated("undated", "", PIER + " It was said again."));
    articles.add(
        dated(
            "council",
            "1991-03-04",
            "The council met on Monday. “We have 55 votes in the hall, which is quite enough for"
                + " us, and nobody will leave before the count,” said Bert Mason. The clerk was"
                + " silent. He later wrote that the old lighthouse keeper had never seen such a"
                + " storm in forty winters of service."));
    articles.add(dated("chinese", "1992-01-01", "市长昨天表示，新的大桥将于明年春天向公众开放。"));
    articles.add(
        dated(
            "arabic",
            "1993-01-01",
            "قال الوزير إن الجسر الجديد سيفتح أمام الجمهور في الربيع القادم."));
    articles.add(
        dated("thai", "1994-01-01", "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะเปิดในฤดูใบไม้ผลิปีหน้า"));
    for (int i = 0; i < 5; i++) {
      articles.add(boxed(i));
    }
    return articles;
  }

  private static final String PIER =
      "The board voted to reopen it. “A pier without a ship is a sad monument,” said the"
          + " chairwoman, Ada Quill. “We have waited eleven years for the grain to come back.” A"
          + " clerk, Jo Reed, took notes.";

  private static Article dated(String id, String date, String text) {
    return article(id, text).toBuilder()
        .source("Paper " + id)
        .publishedAt(date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date))
        .build();
  }

  private static Article boxed(int number) {
    String own =
        String.join(
            " ",
            IntStream.range(0, 80)
                .mapToObj(
                    i ->
                        "word"
                            + (char) ('a' + number)
                            + (char) ('a' + i / 26)
                            + (char) ('a' + i % 26))
                .toList());
    return article("box" + number, "Nothing happened at all.", own + ".", BOX, "It ended there.")
        .toBuilder()
        .source("Gazette")
        .build();
  }

  private Finding found(String text, String speaker) {
    return new ClaimVerification(engine).check(List.of(new Claim(text, speaker, true))).getFirst();
  }

  private static List<String> ids(Finding finding) {
    return finding.places().stream().map(FoundPlace::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A pier without a ship is a sad monument | VERBATIM | early",
        "a PIER without ‘a ship’ — is a\u00a0sad mon\u00adument! | VERBATIM | early",
        "A pier without a ship is a sad monument. We have waited eleven years for the grain |"
            + " VERBATIM | early",
        "A pier without a ship is not a sad monument | ALTERED | early",
        "We have waited twelve years for the grain to come back | ALTERED | early",
        "We have 57 votes in the hall, which is quite enough for us | ALTERED | council",
        "We have 55 votes in the hall and nobody will leave before the count | SHORTENED | council",
        "We have 55 votes … and nobody will leave before the count | SHORTENED | council",
        "We have 55 votes in the hall, which is quite such a storm in forty winters of service |"
            + " SPLICED | council",
        "The zeppelin hovered above the sleeping cathedral of Antwerp for hours | ABSENT | ''",
        "市长昨天表示，新的大桥将于明年春天向公众开放 | VERBATIM | chinese",
        "市长昨天表示，新的大桥将不于明年春天向公众开放 | ALTERED | chinese",
        "إنّ الجسر الجديد سيفتح أمام الجمهور في الربيع | VERBATIM | arabic",
        "สะพานใหม่จะเปิดในฤดูใบไม้ผลิปีหน้า | VERBATIM | thai"
      })
  void claimHasAVerdictAndItsFirstPlace(String text, Verdict verdict, String first) {
    Finding finding = found(text, "");
    assertThat(finding.verdict()).as("%s", finding).isEqualTo(verdict);
    assertThat(ids(finding).stream().findFirst().orElse("")).isEqualTo(first);
  }

  @Test
  void earliestComesFirstAndUnknownDatesLast() {
    Finding finding = found("A pier without a ship is a sad monument", "");
    assertThat(ids(finding)).containsExactly("early", "late", "undated");
    assertThat(finding.articles()).isEqualTo(3);
    assertThat(finding.places().getFirst().speaker()).isEqualTo("Ada Quill");
    assertThat(finding.places().getLast().isDay()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Quill, VERBATIM",
    "Ms. Ada Quill, VERBATIM",
    "Bert Mason, MISATTRIBUTED",
    "'', VERBATIM"
  })
  void speakerIsComparedWithTheArchives(String speaker, Verdict verdict) {
    assertThat(found("A pier without a ship is a sad monument", speaker).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "A pier without a ship is not a sad monument, NEGATION, not, ''",
    "We have waited twelve years for the grain to come back, NUMBER, twelve, eleven",
    "A pier without a ship is a proud monument, WORD, proud, sad"
  })
  void differenceIsNamedWordByWord(String text, ChangeKind kind, String claimed, String printed) {
    assertThat(found(text, "").changes()).containsExactly(new Change(kind, claimed, printed));
  }

  @Test
  void whatSourcesRepeatIsSearchedBeforeAClaimIsAbsent() {
    Finding finding =
        found("receive the best stories of the day every morning before breakfast", "");
    assertThat(finding.verdict()).isEqualTo(Verdict.VERBATIM);
    assertThat(finding.places().getFirst().isFurniture()).isTrue();
  }
}
