package broadsheet.corpus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
  private static final String RUSSIAN =
      "Новый мост через реку открыли в понедельник, на год позже срока.";

  @TempDir Path folder;

  private static String text(byte[] bytes) {
    return Decoding.text(bytes, 0, bytes.length);
  }

  private static String streamed(byte[] bytes) throws IOException {
    try (Reader reader = Decoding.reader(new ByteArrayInputStream(bytes))) {
      return new BufferedReader(reader).lines().collect(Collectors.joining("\n"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252  | Die neue Brücke über den Fluss wurde am Montag eröffnet – „ein Jahr zu spät“.
          ISO-8859-1    | Le nouveau pont a été inauguré lundi; la rivière était montée près du café.
          windows-1250  | Nový most přes řeku byl otevřen v pondělí, říká starosta, o rok později než se čekalo.
          ISO-8859-2    | Nowy most przez rzekę otwarto w poniedziałek, rok później niż się spodziewano, mówią władze.
          windows-1250  | Az új hidat hétfőn nyitották meg, egy évvel később, mint ahogy azt tervezték, mert a folyó áradt.
          windows-1251  | Новый мост через реку открыли в понедельник, на год позже срока, сообщили власти.
          KOI8-R        | Новый мост через реку открыли в понедельник, на год позже срока, сообщили власти.
          KOI8-U        | Новий міст через річку відкрили в понеділок, на рік пізніше, ніж очікували її мешканці.
          ISO-8859-5    | Новый мост через реку открыли в понедельник, на год позже срока, сообщили власти.
          ISO-8859-7    | Η νέα γέφυρα στον ποταμό άνοιξε τη Δευτέρα, έναν χρόνο αργότερα από το αναμενόμενο.
          windows-1253  | Η νέα γέφυρα στον ποταμό άνοιξε τη Δευτέρα – «έναν χρόνο αργότερα από το αναμενόμενο».
          windows-1254  | Nehrin üzerindeki yeni köprü pazartesi günü açıldı, beklenenden bir yıl sonra, dediler yetkililer.
          windows-1255  | הגשר החדש מעל הנהר נפתח ביום שני, שנה אחרי המועד המתוכנן, כך מסרה העירייה.
          windows-1256  | افتتح الجسر الجديد فوق النهر يوم الاثنين بعد عام من الموعد المقرر كما قالت السلطات.
          Shift_JIS     | 新しい橋が月曜日に開通した。予定より一年遅れで、市長は住民に感謝した。
          EUC-JP        | 新しい橋が月曜日に開通した。予定より一年遅れで、市長は住民に感謝した。
          GB18030       | 新桥于星期一通车，比预定时间晚了一年，市长对居民的耐心表示感谢。
          Big5          | 新橋於星期一通車，比預定時間晚了一年，市長對居民的耐心表示感謝。
          EUC-KR        | 새 다리가 예정보다 일 년 늦은 월요일에 개통되었으며 시장은 주민들에게 감사를 표했다.
          """)
  void oldEncodingsAreFoundOut(String charset, String text) throws IOException {
    String lines = text + "\n" + text + "\n";
    byte[] bytes = lines.getBytes(Charset.forName(charset));
    assertThat(text(bytes)).isEqualTo(lines);
    assertThat(streamed(bytes)).isEqualTo(lines.strip());
  }

  @Test
  void strayByteInEnglishIsWestern() {
    String story = "The mayor of Lakeport spoke to the farmers of the valley. ".repeat(40);
    assertThat(text((story + "Z\u00fcrich").getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(story + "Zürich");
  }

  @Test
  void strayByteInUtf8CostsNothingButItself() throws IOException {
    byte[] bytes = (RUSSIAN + " Z? " + RUSSIAN).getBytes(StandardCharsets.UTF_8);
    bytes[RUSSIAN.getBytes(StandardCharsets.UTF_8).length + 2] = (byte) 0xfc;
    assertThat(text(bytes)).isEqualTo(RUSSIAN + " Zü " + RUSSIAN);
    assertThat(streamed(bytes)).isEqualTo(RUSSIAN + " Zü " + RUSSIAN);
  }

  @Test
  void fewCharactersOfUtf8ShowThatTheOthersAreStray() {
    for (String text :
        List.of(
            "The mayor\u2019s plan for the caf? on the square",
            "A na\u00efve plan for the caf\u00e9, and another caf? beside it")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = bytes[i] == '?' ? (byte) 0xe9 : bytes[i];
      }
      assertThat(text(bytes)).isEqualTo(text.replace('?', '\u00e9'));
    }
  }

  @Test
  void lettersOfAnOldEncodingThatLookLikeUtf8DoNotMakeItThat() {
    for (String text :
        List.of(
            "Er sagte: \u201eDas macht Spa\u00df\u201c und ging nach Hause.",
            "New film \u201cPEL\u00c9\u201d opens in London on Friday night",
            "Ny film: \u00abBL\u00c5\u00bb vises p\u00e5 fredag")) {
      assertThat(text(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
    }
    String french =
        "\u00ab\u00a0Voil\u00c0\u00bb, a dit la r\u00e9gente, d\u00e9j\u00e0 \u00e2g\u00e9e";
    assertThat(text(french.getBytes(Charset.forName("windows-1252")))).isEqualTo(french);
  }

  @Test
  void strayByteFarIntoAStreamCostsNothingButItself() throws IOException {
    String story = "A plain story. ".repeat(10_000) + "caf\u00e9 noir";
    assertThat(streamed(story.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(story);
  }

  @Test
  void characterCutInTwoAtTheEndOfThePeekIsNoReasonToDoubtUtf8() throws IOException {
    String story = "x" + RUSSIAN.repeat(2_000);
    assertThat(streamed(story.getBytes(StandardCharsets.UTF_8))).isEqualTo(story);
    String rare = "xyz" + "\ud83d\ude00".repeat(40_000);
    assertThat(streamed(rare.getBytes(StandardCharsets.UTF_8))).isEqualTo(rare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideEncodingsAreKnownWithAMarkAndWithout(String charset) {
    for (String mark : new String[] {"", "\ufeff"}) {
      for (String headline : new String[] {"Bridge opens", "Мост открыт", "新桥通车 2"}) {
        String text = mark + headline + "\n\n" + headline + " и after\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(Reading.of(Reading.write(folder, "a.txt", bytes)).only().title())
            .isEqualTo(headline);
      }
    }
  }

  @Test
  void numbersOfTwoBytesAreNoText() {
    byte[] bytes = new byte[4_000];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) (i * 37);
      bytes[i + 1] = (byte) (i % 6 == 0 ? 0 : i * 11);
    }
    assertThat(WideCharset.of(bytes)).isEmpty();
  }

  @Test
  void strayZeroAndLoneReturnsLeaveText() {
    String text = "Bridge\u0000 opens\r\rIt opened.\fIt is open.\r" + "More of it. ".repeat(30);
    var article = Reading.of(folder, "a.txt", text).only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).hasSize(3);
  }
}
