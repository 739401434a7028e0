package broadsheet.corpus.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Control words by RTF 1.9.1; a public copy of an earlier version:
 * https://latex2rtf.sourceforge.net/rtfspec.html.
 */
class RtfTest {
  @TempDir Path folder;

  private Article only(String rtf) {
    return Reading.of(Reading.write(folder, "a.rtf", rtf.getBytes(ISO_8859_1))).only();
  }

  private String text(String body) {
    return String.join("|", only("{\\rtf1\\ansi " + body + "}").paragraphs());
  }

  @Test
  void bylineBelowTheTitleNamesTheAuthor() {
    Article article =
        only(
            "{\\r"
                + "tf1\\ansi Neue Br\\'fccke\\par Von Ada Rivers\\par 18. Juni 2023\\par Sie ist"
                + " da.\\par}");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.paragraphs()).containsExactly("Sie ist da.");
  }

  @Test
  void paragraphsAreJoinedAcrossLinesOfTheFile() {
    Article article = only("{\\rtf1\\ansi\r\n\\pard New bridge\r\n opens\\par\r\nIt opened.\\par}");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "caf\\'e9.; café.",
        "\\u8220?x\\u8221?.; “x”.",
        "\\uc2\\u955\\'e0\\'e1.; λ.",
        "{\\uc0\\u8364 }5.; €5.",
        "a\\~b\\_c\\-d.; a b-cd.",
        "\\ldblquote a\\rdblquote\\emdash b.; “a”—b.",
        "one\\line two.; one|two.",
        "braces \\{a\\} \\\\.; braces {a} \\.",
        "a{\\v hidden}b.; ab.",
        "a{\\deleted gone}b.; ab.",
        "a{\\*\\unknown gone}b.; ab.",
        "a{\\*\\shppict{\\pict ffd8}}b.; ab.",
        "a{\\header Page 7}b.; ab.",
        "a{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}b.; alinkb.",
        "a{\\footnote A note.}b.; ab.|A note.",
        "a\\bin3 }}}b.; ab.",
        "{\\upr{a}{\\*\\ud{b}}}.; ab."
      })
  void controlWordsBecomeTheirText(String body, String expected) {
    assertThat(text(body)).isEqualTo(expected);
  }

  @Test
  void bytesAreReadInTheCharsetOfTheirFont() {
    String fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}{\\f2\\fcharset128 C;}}";
    assertThat(text(fonts + "\\f1 \\'e8esk\\'fd. {\\f2 \\'93\\'fa\\'96\\'7b} \\f0 \\'e8."))
        .isEqualTo("český. 日本 è.");
    assertThat(only("{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'ee\\'f1\\'f2.}").paragraphs())
        .containsExactly("Мост.");
  }

  @Test
  void tableRowIsALine() {
    assertThat(text("\\trowd Tolls\\cell 12\\cell\\row Below.\\par")).isEqualTo("Below.");
    assertThat(only("{\\rtf1 \\trowd Tolls\\cell 12\\cell\\row Below.\\par}").title())
        .isEqualTo("Tolls 12");
  }

  @Test
  void exportOfFactivaInRtfIsReadByItsFieldCodes() {
    StringBuilder rows = new StringBuilder("{\\rtf1\\ansi ");
    String[][] fields = {
      {"HD", "New bridge opens"}, {"WC", "25 words"}, {"PD", "11 January 2010"},
      {"SN", "Harbour Mail"}, {"LA", "English"}, {"LP", "It opened."},
      {"AN", "Document HARBM00020100111e61b0001p"}
    };
    for (String[] field : fields) {
      rows.append("\\trowd ").append(field[0]).append("\\par\\cell ").append(field[1]);
      rows.append("\\par\\cell\\row\n");
    }
    Article article = only(rows.append("}").toString());
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void anyDamageEndsAsTextOrAnEntry() {
    String whole =
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}{\\info{\\title x}}\\trowd a\\cell\\row"
            + "{\\footnote n}\\u8220?\\'e9\\bin5 abc\\par b.}";
    Random random = new Random(17);
    for (int i = 0; i < 500; i++) {
      StringBuilder damaged =
          new StringBuilder(whole.substring(0, 1 + random.nextInt(whole.length())));
      damaged.setCharAt(random.nextInt(damaged.length()), "{}\\'*7u".charAt(random.nextInt(7)));
      byte[] bytes = ("{\\rtf1" + damaged).getBytes(ISO_8859_1);
      Reading reading = Reading.of(Reading.write(folder, "x.rtf", bytes));
      assertThat(reading.ledger().totals().read()).isEqualTo(1);
      assertThat(reading.ledger().entries(Outcome.FAILED)).isEmpty();
    }
    String deep = "{\\rtf1 " + "{".repeat(200_000) + "deep. " + "}".repeat(200_000) + "out.}";
    assertThat(only(deep).paragraphs()).containsExactly("deep. out.");
  }
}
