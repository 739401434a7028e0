package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SAMI. Source:
 * https://learn.microsoft.com/en-us/previous-versions/windows/desktop/dnacc/understanding-sami-1.0.
 */
class SamiTest {
  @TempDir private Path folder;

  @Test
  void captionsOfTheFirstLanguageAreRead() {
    Article article =
        Reading.of(
                folder,
                "talk.smi",
                """
                <SAMI><HEAD><TITLE>Tide &amp; rain</TITLE><STYLE TYPE="text/css"><!--
                .ENUSCC {Name: English; lang: en-US; SAMIType: CC;}
                .FRFRCC {Name: French; lang: fr-FR; SAMIType: CC;} --></STYLE></HEAD><BODY>
                <SYNC Start=1000><P Class=ENUSCC>The tide<BR>is
                high.<P Class=FRFRCC>La marée est haute.
                <SYNC Start=2500><P Class=ENUSCC>&nbsp;<P Class=FRFRCC>&nbsp;
                <SYNC Start=9000><P Class=ENUSCC>Rain.<P Class=FRFRCC>Pluie.
                </BODY></SAMI>
                """)
            .only();
    assertThat(article.title()).isEqualTo("Tide & rain");
    assertThat(article.language()).isEqualTo("en-US");
    assertThat(article.paragraphs()).containsExactly("The tide is high.", "Rain.");
    assertThat(Heard.timed(article)).containsExactly("1000 The", "9000 Rain.");
    assertThat(article.positions().words().words().getFirst().place())
        .isEqualTo(new Moment(1_000, 2_500));
  }
}
