package broadsheet.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HijriYearsTest {
  private static final String ARABIC =
      "افتتح الجسر الجديد في الميناء يوم الاثنين وقال المهندس إن القطارات ستعبره في الربيع المقبل";

  @TempDir Path folder;

  private Reading read(String date, String body, String language) {
    return Reading.of(
        folder,
        "a.json",
        "{\"title\": \"%s\", \"date\": \"%s\", \"body\": \"%s\", \"language\": \"%s\"}"
            .formatted(body.substring(0, 10), date, body, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ARABIC + " | ",
        ARABIC + " | ar-EG",
        "الجسر الجديد | ",
        "پل بندرگاہ | ur",
      })
  void yearWithoutAMarkIsAmbiguousInArabic(String body, String language) {
    Reading reading = read("1400/05/01", body, language == null ? "" : language);
    assertThat(reading.only().publishedAt().isKnown()).isFalse();
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(Tuple.tuple("ambiguous date", "1400/05/01"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "پل تازه بندر روز دوشنبه گشوده شد و قطارها بهار آینده از آن می‌گذرند | ",
        "پل بندرگاه | ",
        "الجسر الجديد | fa",
        "The bridge opened on Monday, and trains follow in spring. | ",
      })
  void itIsPersianElsewhere(String body, String language) {
    Reading reading = read("1400/05/01", body, language == null ? "" : language);
    assertThat(reading.only().publishedAt().iso()).isEqualTo("2021-07-23");
    assertThat(reading.ledger().entries(Outcome.REMARKED)).isEmpty();
  }

  @Test
  void markOrDigitsDecideInArabicToo() {
    assertThat(read("1400/05/01 هـ", ARABIC, "").only().publishedAt().iso())
        .isEqualTo("1980-03-18");
    assertThat(read("۱۴۰۰/۰۵/۰۱", ARABIC, "").only().publishedAt().iso()).isEqualTo("2021-07-23");
  }

  @Test
  void addressOfAnArticleWithADoubtfulDateStillStatesItsDay() {
    Article article =
        Reading.of(
                folder,
                "b.jsonl",
                "{\"title\": \"الجسر الجديد\", \"date\": \"1400/05/01\", \"body\": \""
                    + ARABIC
                    + "\", \"url\": \"https://a.example/1980/03/18/bridge\"}\n")
            .only();
    assertThat(article.publishedAt().iso()).isEqualTo("1980-03-18");
  }
}
