package broadsheet.corpus.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import broadsheet.corpus.Reading;
import broadsheet.corpus.collection.ReutersDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private final DateReader dates = new DateReader(Reading.TODAY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023 | 2023",
        "2023-06 | 2023-06",
        "2023-06-18 | 2023-06-18",
        "2023-6-8 | 2023-06-08",
        "2023/06/18 | 2023-06-18",
        "20230618 | 2023-06-18",
        "20230618T233000Z | 2023-06-18T23:30:00Z",
        "2023-06-18Z | 2023-06-18",
        "2023-06-18-05:00 | 2023-06-18",
        "2023061812.30 | 2023-06-18T12:30:00",
        "1687046400.25 | 2023-06-18T00:00:00Z",
        "2023-06-18T23:30:00-05:00 | 2023-06-18T23:30:00-05:00",
        "2023-06-18T23:30:00.123456Z | 2023-06-18T23:30:00.123456Z",
        "2023-06-18T23:30:00+0530 | 2023-06-18T23:30:00+05:30",
        "2023-06-18 23:30 | 2023-06-18T23:30:00",
        "2023-06-18 23:30:15 UTC | 2023-06-18T23:30:15Z",
        "Sun, 18 Jun 2023 23:30:00 GMT | 2023-06-18T23:30:00Z",
        "Sun, 18 Jun 2023 23:30:00 -0500 | 2023-06-18T23:30:00-05:00",
        "Sun, 18 Jun 2023 23:30 EDT | 2023-06-18T23:30:00-04:00",
        "Sun Jun 18 23:30:00 +0000 2023 | 2023-06-18T23:30:00Z",
        "18 June 2023 | 2023-06-18",
        "18th of June, 2023 | 2023-06-18",
        "June 18, 2023 | 2023-06-18",
        "Jun. 18, 2023 | 2023-06-18",
        "Sept. 8, 2023 2:05 PM | 2023-09-08T14:05:00",
        "Sunday, June 18, 2023 at 12:05 a.m. ET | 2023-06-18T00:05:00",
        "Published June 18 2023 | 2023-06-18",
        "26-FEB-1987 15:01:01.79 | 1987-02-26T15:01:01.79",
        "June 2023 | 2023-06",
        "6/18/2023 | 2023-06-18",
        "18.06.2023 | 2023-06-18",
        "5/5/2023 | 2023-05-05",
        "1687046400 | 2023-06-18T00:00:00Z",
        "1687046400000 | 2023-06-18T00:00:00Z",
        "/Date(1687046400000)/ | 2023-06-18T00:00:00Z",
        "/Date(1687046400000+0200)/ | 2023-06-18T02:00+02:00",
        "06.07.2023 | 2023-07-06",
        "06.07.2023, 14:05 | 2023-07-06T14:05:00",
        "1899-06-00 | 1899-06",
        "1899-00-00 | 1899",
        "18990600 | 1899-06",
        "٢٠٢٣-٠٦-١٨ | 2023-06-18",
        "١٨/٠٦/٢٠٢٣ | 2023-06-18",
        "18 يونيو 2023 | 2023-06-18",
        "الأحد 18 يونيو/حزيران 2023 - 10:30 | 2023-06-18T10:30:00",
        "١٨ كانون الثاني ٢٠٢٣ | 2023-01-18",
        "۱۴۰۲/۰۳/۲۸ | 2023-06-18",
        "۲۸ خرداد ۱۴۰۲ | 2023-06-18",
        "یکشنبه ۲۸ خرداد ۱۴۰۲ | 2023-06-18",
        "28 Khordad 1402 | 2023-06-18",
        "18 มิถุนายน 2566 | 2023-06-18",
        "วันอาทิตย์ที่ ๑๘ มิถุนายน ๒๕๖๖ | 2023-06-18",
        "18 มิ.ย. 2566 10:30 น. | 2023-06-18T10:30:00",
        "令和5年6月18日 | 2023-06-18",
        "明治３２年６月１８日 | 1899-06-18",
        "平成元年1月8日 | 1989-01-08",
        "2023年6月18日(日) 10時30分 | 2023-06-18T10:30:00",
        "2023年06月18日 10:30 | 2023-06-18T10:30:00",
        "2023년 6월 18일 | 2023-06-18",
        "2023年6月 | 2023-06",
        "Chủ nhật, 18 tháng 6, 2023 | 2023-06-18",
        "ngày 18 tháng 6 năm 2023 | 2023-06-18",
        "Seg, 24 Set 2018 10:00:00 -0300 | 2018-09-24T10:00:00-03:00",
        "Mo, 18 Dez 2023 10:00:00 +0100 | 2023-12-18T10:00:00+01:00",
        "dim., 18 juin 2023 10:00:00 GMT | 2023-06-18T10:00:00Z",
        "18. Juni 2023, 14:05 Uhr | 2023-06-18T14:05:00",
        "Le dimanche 18 juin 2023 à 14h05 | 2023-06-18T14:05:00",
        "1er juin 2023 | 2023-06-01",
        "18 de junio de 2023 | 2023-06-18",
        "domingo, 18 de junho de 2023 às 14h05 | 2023-06-18T14:05:00",
        "18 giugno 2023 alle 14:05 | 2023-06-18T14:05:00",
        "18 июня 2023 г. | 2023-06-18",
        "18 червня 2023 року | 2023-06-18",
        "18 czerwca 2023 | 2023-06-18",
        "18. června 2023 | 2023-06-18",
        "2023. június 18. | 2023-06-18",
        "18 Haziran 2023 | 2023-06-18",
        "18 Ιουνίου 2023 | 2023-06-18",
        "18. kesäkuuta 2023 | 2023-06-18",
        "den 18 juni 2023 | 2023-06-18",
        "Minggu, 18 Juni 2023 14:05 WIB | 2023-06-18T14:05:00",
        "18 ביוני 2023 | 2023-06-18",
        "18 जून 2023 | 2023-06-18",
        "junio de 2023 | 2023-06",
        "18. lipnja 2023. | 2023-06-18",
        "18. jun 2023. | 2023-06-18",
        "18. avgust 2023. | 2023-08-18",
        "18. јун 2023. | 2023-06-18",
        "2023 m. birželio 18 d. | 2023-06-18",
        "2023. gada 18. jūnijs | 2023-06-18",
        "15. Jän. 2023 | 2023-01-15",
        "2023.06.18. | 2023-06-18",
        "su 18.6.2023 klo 14.05 | 2023-06-18T14:05:00",
        "18.06.2023, 14:05 Uhr | 2023-06-18T14:05:00",
        "Chủ nhật, 18/6/2023 | 2023-06-18",
        "Sonntag, den 18. Juni 2023, 14:05 Uhr | 2023-06-18T14:05:00",
        "令和五年六月十八日 | 2023-06-18",
        "明治三十二年十月二十日 | 1899-10-20",
        "二〇二三年六月十八日 | 2023-06-18",
        "R5.6.18 | 2023-06-18",
        "R05.06.18 | 2023-06-18",
        "H31/4/30 | 2019-04-30",
        "令和5.6.18 | 2023-06-18",
        "令和5/6/18(日) | 2023-06-18",
        "S64.1.7 | 1989-01-07",
        "民國112年6月18日 | 2023-06-18",
        "中華民國一百一十二年六月十八號 | 2023-06-18",
        "民國四十八年八月廿五日 | 1959-08-25",
        "民國112/06/18 | 2023-06-18",
        "29 ذو القعدة 1444 | 2023-06-18",
        "الأحد ٢٩ ذو القعدة ١٤٤٤ هـ | 2023-06-18",
        "1444/11/29 هـ | 2023-06-18",
        "29-11-1444 AH | 2023-06-18",
        "29 Dhu al-Qi'dah 1444 AH | 2023-06-18",
        "1 Muharram 1445 | 2023-07-19",
        "الأحد 29 ذو القعدة 1444 هـ - 18 يونيو 2023 م | 2023-06-18",
        "18 يونيو 2023 م الموافق 29 ذو القعدة 1444 هـ | 2023-06-18",
        "1402/03/28 هـ.ش | 2023-06-18",
        "۲۸/۰۳/۱۴۰۲ | 2023-06-18",
        "18 มิถุนายน พ.ศ. 2566 | 2023-06-18",
        "๑๘/๐๖/๒๕๖๖ | 2023-06-18",
        "2023-Jun-18 | 2023-06-18",
        "2023/Jun/18 | 2023-06-18",
        "18/Jun/2023:10:05:00 +0000 | 2023-06-18T10:05:00Z",
        "18 јуни 2023 г. | 2023-06-18",
        "18 Qershor 2023 | 2023-06-18",
        "e diel, 18 qershor 2023 | 2023-06-18",
        "18 чэрвеня 2023 г. | 2023-06-18",
        "18 ივნისი, 2023 | 2023-06-18",
        "2023 წლის 18 ივნისი | 2023-06-18",
        "18 հունիսի 2023 թ. | 2023-06-18",
        "2023 թ. հունիսի 18 | 2023-06-18",
        "18 ஜூன் 2023 | 2023-06-18",
        "ஜூன் 18, 2023 | 2023-06-18",
        "18 மே 2023 | 2023-05-18",
        "18 मई 2023 | 2023-05-18",
        "2023ko ekainaren 18a | 2023-06-18",
        "2023(e)ko ekainak 18 | 2023-06-18",
        "18 iyun 2023 | 2023-06-18",
        "2023 жылғы 18 маусым | 2023-06-18",
        "18 జూన్ 2023 | 2023-06-18",
        "18 Mehefin 2023 | 2023-06-18",
        "juin 18, 2023 | 2023-06-18",
        "2023. 06. 18. | 2023-06-18",
        "2023. 6. 18 10:30 | 2023-06-18T10:30:00",
        "2023년 06월 18일 오후 02:05 | 2023-06-18T14:05:00",
        "2023年6月18日 下午2:05 | 2023-06-18T14:05:00",
        "2023年6月18日上午10时30分 | 2023-06-18T10:30:00",
        "令和5年(2023年)6月18日 | 2023-06-18",
        "2023(令和5)年6月18日 | 2023-06-18",
        "Chủ Nhật, ngày 18/06/2023 | 2023-06-18",
        "18/06/2023 14:05 GMT+7 | 2023-06-18T14:05:00+07:00",
        "Thứ hai, 19/6/2023, 14:05 (GMT+7) | 2023-06-19T14:05:00+07:00",
        "18 Haziran 2023 Pazar, 10:30 | 2023-06-18T10:30:00",
        "18.VI.2023 | 2023-06-18",
        "18 XII 1899 | 1899-12-18",
        "18. јуна 2023. | 2023-06-18",
        "18 juin 2023 à 14 h 05 | 2023-06-18T14:05:00",
        "18.06.2023 в 14:05 | 2023-06-18T14:05:00",
        "18 juni 2023 om 14:05 | 2023-06-18T14:05:00",
        "Veröffentlicht am 18. Juni 2023 | 2023-06-18",
        "18 جون 2023ء | 2023-06-18",
        "29 ذی القعدہ 1444ھ | 2023-06-18",
        "อาทิตย์ 18 มิ.ย. 2566 | 2023-06-18",
        "Jun-18-2023 | 2023-06-18",
        "Sunday Morning, June 18, 1899 | 1899-06-18",
        "06/2023 | 2023-06",
        "1899-06-XX | 1899-06",
        "18 Junie 2023 | 2023-06-18",
        "1402/03/28 | 2023-06-18",
        "1402-03-28 10:30 | 2023-06-18T10:30:00",
        "1357/11/22 | 1979-02-11",
        "18JUN2023 | 2023-06-18",
        "18Jun2023:10:05:00 | 2023-06-18T10:05:00",
        "18JUN2023 10:05 | 2023-06-18T10:05:00",
        "Updated June 18, 2023 | 2023-06-18",
        "Last updated on 18 June 2023 at 10:05 | 2023-06-18T10:05:00",
        "Mis à jour le 18 juin 2023 | 2023-06-18",
      })
  void dateIsReadAsPreciselyAsItIsStated(String text, String iso) {
    assertThat(dates.read(text).date().iso()).isEqualTo(iso);
    assertThat(dates.read(text).remark()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6/7/2023 | ambiguous date",
        "9/6/17 | ambiguous date",
        "0001-01-01 | implausible date",
        "2050-01-01 | implausible date",
        "1599-12-31 | implausible date",
        "2023-02-30 | date kept as unknown",
        "31 June 2023 | date kept as unknown",
        "13/13/2023 | date kept as unknown",
        "yesterday | date kept as unknown",
        "18/06/2566 | implausible date",
        "31 juin 2023 | date kept as unknown",
        "۳۱ بهمن ۱۴۰۲ | date kept as unknown",
        "nach 18 Juni 2023 | date kept as unknown",
        "before 18/6/2023 | date kept as unknown",
        "32 محرم 1445 | date kept as unknown",
        "29 Grumpf 1444 AH | date kept as unknown",
        "1444/11/29 | implausible date",
        "1402/13/28 | date kept as unknown",
        "1402/12/30 | date kept as unknown",
        "18ABC2023 | date kept as unknown",
        "1299/01/01 | implausible date",
        "19 June 2023, first published 18 June 2023 | date kept as unknown",
      })
  void whatCannotBeRightIsUnknownWithARemark(String text, String remark) {
    assertThat(dates.read(text).date().isKnown()).isFalse();
    assertThat(dates.read(text).remark()).isEqualTo(remark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u0000"})
  void nothingIsUnknownWithoutARemark(String text) {
    assertThat(dates.read(text)).isEqualTo(ReadDate.none());
  }

  @Test
  void twoDigitsAreTheLastSuchYearAndRemarkedOn() {
    assertThat(dates.read("12/29/17").date().iso()).isEqualTo("2017-12-29");
    assertThat(dates.read("12/29/63").date().iso()).isEqualTo("1963-12-29");
    assertThat(dates.read("12/29/17").remark()).isEqualTo("date repaired");
    assertThat(dates.read("18-JUN-23").date().iso()).isEqualTo("2023-06-18");
    assertThat(dates.read("Sun, 18 Jun 23 10:05 GMT").date().iso())
        .isEqualTo("2023-06-18T10:05:00Z");
    assertThat(dates.read("18 juin 63").date().iso()).isEqualTo("1963-06-18");
    assertThat(dates.read("18-JUN-23").remark()).isEqualTo("date repaired");
  }

  @Test
  void timeThatCannotBeIsDropped() {
    assertThat(dates.read("2023-06-18 25:99:00").date().iso()).isEqualTo("2023-06-18");
    assertThat(dates.read("2023-06-18 25:99:00").remark()).isEqualTo("date kept to the day");
  }

  @ParameterizedTest
  @CsvSource({
    "20230618, 2023-06-18",
    "1987, 1987",
    "1687046400, 2023-06-18T00:00:00Z",
    "1687046400123, 2023-06-18T00:00:00.123Z",
    "0, ''",
    "17, ''",
    "9223372036854775807, ''",
    "-9223372036854775808, ''",
  })
  void numbersAreReadWhereTheyCanOnlyBeOneThing(long number, String iso) {
    assertThat(dates.read(number).date().iso()).isEqualTo(iso);
  }

  @Test
  void nothingMakesItThrow() {
    String signs = "0123456789-/:., TZ+JunFeb";
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(24); j >= 0; j--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThatCode(() -> dates.read(text.toString())).as("%s", text).doesNotThrowAnyException();
      assertThatCode(() -> ReutersDate.read(text.toString())).doesNotThrowAnyException();
    }
  }
}
