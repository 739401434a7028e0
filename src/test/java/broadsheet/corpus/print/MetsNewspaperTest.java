package broadsheet.corpus.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of newspapers as the METS of their issues state them. */
class MetsNewspaperTest {
  /**
   * An issue of the National Digital Newspaper Program: the description has the control number and
   * the day, the label of the file the name. Source: NDNP technical guidelines, appendix C,
   * https://www.loc.gov/ndnp/guidelines/.
   */
  private static final String NDNP =
      """
      <mets TYPE="urn:library-of-congress:ndnp:mets:newspaper:issue"
        PROFILE="urn:library-of-congress:mets:profiles:ndnp:issue:v1.5"
        LABEL="The daily ember (Emberton, Mont.), 1904-01-17"
        xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns="http://www.loc.gov/METS/">
      <dmdSec ID="issueModsBib"><mdWrap MDTYPE="MODS" LABEL="Issue metadata"><xmlData><mods:mods>
        <mods:relatedItem type="host"><mods:identifier type="lccn">sn00000000</mods:identifier>
        <mods:part><mods:detail type="volume"><mods:number>3</mods:number></mods:detail></mods:part>
        </mods:relatedItem><mods:originInfo>
        <mods:dateIssued encoding="iso8601">1904-01-17</mods:dateIssued></mods:originInfo>
        </mods:mods></xmlData></mdWrap></dmdSec>
      <fileSec><fileGrp ID="pageFileGrp1">
        <file ID="serviceFile1" USE="service"><FLocat LOCTYPE="OTHER" OTHERLOCTYPE="file"
          xlink:href="0001.jp2"/></file>
        <file ID="ocrFile1" USE="ocr"><FLocat LOCTYPE="OTHER" OTHERLOCTYPE="file"
          xlink:href="0001.xml"/></file></fileGrp></fileSec>
      <structMap xmlns:np="urn:library-of-congress:ndnp:mets:newspaper">
        <div TYPE="np:issue" DMDID="issueModsBib"><div TYPE="np:page" DMDID="pageModsBib1">
        <fptr FILEID="serviceFile1"/><fptr FILEID="ocrFile1"/></div></div></structMap></mets>
      """;

  @TempDir Path folder;

  private Article article(String mets) {
    Reading.write(folder, "sn00000000/1904011701/1904011701.xml", mets.getBytes(UTF_8));
    String page = new Alto4().block("b", "The bridge across the Ember opened.").toString();
    Reading.write(folder, "sn00000000/1904011701/0001.xml", page.getBytes(UTF_8));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(1);
    return reading.articles().getFirst();
  }

  @Test
  void labelOfTheFileNamesItWithoutTheDay() {
    Article article = article(NDNP);
    assertThat(article.source()).isEqualTo("The daily ember (Emberton, Mont.)");
    assertThat(article.publishedAt().iso()).isEqualTo("1904-01-17");
    assertThat(article.paragraphs()).containsExactly("The bridge across the Ember opened.");
  }

  /**
   * MODS, relatedItem of type host: https://www.loc.gov/standards/mods/userguide/relateditem.html
   */
  @Test
  void hostOfTheIssueIsTheNewspaper() {
    String hosted =
        NDNP.replace(
            "<mods:relatedItem type=\"host\">",
            "<mods:relatedItem type=\"original\"><mods:titleInfo><mods:title>Film 7</mods:title>"
                + "</mods:titleInfo></mods:relatedItem><mods:relatedItem type=\"host\">"
                + "<mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Daily Ember."
                + "</mods:title></mods:titleInfo>");
    assertThat(article(hosted).source()).isEqualTo("The Daily Ember");
  }

  /** The divisions of newspapers that the German Research Foundation's viewer reads. */
  @Test
  void labelOfTheNewspapersDivisionIsItsName() {
    String labelled =
        NDNP.replace(
                "<div TYPE=\"np:issue\"",
                "<div TYPE=\"newspaper\" LABEL=\"Ember-Bote\"><div TYPE=\"issue\"")
            .replace("</div></div></structMap>", "</div></div></div></structMap>");
    assertThat(article(labelled).source()).isEqualTo("Ember-Bote");
  }

  @Test
  void placeholderIsNoName() {
    String placeholder =
        NDNP.replace("The daily ember (Emberton, Mont.), 1904-01-17", "DOCUMENT_TITLE_PLACEHOLDER");
    assertThat(article(placeholder).source()).isEqualTo("sn00000000");
  }
}
