package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of standards bodies, libraries and publishers, if they are available ({@code
 * -Dbroadsheet.data=FOLDER}): how many articles each has, and what the first states.
 */
@Thorough
class ShelfDataTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shelf/ninjs/examples/NewsML/businesswire-newsml-20130515006361.xml | 1 | Dell Redefines | 2013-05-16
          shelf/ninjs/examples/NewsML/businesswire-newsml-20130605006126.xml | 1 | Cambrios | 2013-06-05
          shelf/ninjs/examples/NewsML/businesswire-newsml-20130612006110.xml | 1 | APP发布 | 2013-06-12
          shelf/ninjs/examples/NewsML/businesswire-newsml-20130731006140.xml | 1 | Lunch Taking a Toll? | 2013-07-31
          shelf/ninjs/tools/xslt/afp.com_newsml1.2_sample.xml | 1 | Israel strikes key Hamas targets | 2021-05-16
          shelf/ninjs/tools/xslt/NTB_nitf_sample.xml | 1 | Pandemien herjer | 2021-05-16
          shelf/ninjs/tools/xslt/TT_newsmlg2_sample.xml | 1 | Jan Guillou skriver | 2021-09-19
          shelf/newsml-g2/LISTING_2_NewsML-G2_Text_Document.xml | 1 | Fed to halt QE | 2018-11-21
          shelf/newsml-g2/LISTING_22_Sports_story_in_NewsML-G2NITF.xml | 1 | Preview: Arizona | 2018-10-19
          shelf/newsml-g2/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | 0 | |
          shelf/newsml-g2/LISTING_4_Multiple_Renditions_of_a_Video_in_NewsML-G2.xml | 0 | |
          printed/press-exports/gale-bl-xml-defoe/1912_11_10_ncco.xml | 3 | Article 1 Title | 1912-11-10
          printed/press-exports/gale-bl-xml-defoe/1912_11_10_bl.xml | 3 | Article 1 Title | 1912-11-10
          printed/other-ocr/bcul-abbyy-mit/FAL_1762_12_07_0001_mit.xml | 4 | | 1762-12-07
          printed/other-ocr/impresso-json/canonical_pages/EZR-1840-02-21-a-pages.jsonl.bz2 | 6 | Beilage zu Nr | 1840-02-21
          printed/other-ocr/impresso-json/canonical_page/example1.json | 1 | | 1893-01-02
          printed/other-ocr/impresso-json/canonical_issue/example0.json | 0 | |
          printed/other-news/wikidump/dump.xml | 1 | Page title | 2001-01-15
          printed/other-news/telegram/DM_2A_7M.json | 4 | | 2019-07-12
          printed/other-news/grobid-tei/sample-1.tei.xml | 1 | |
          printed/ocr-ground-truth/reichsanzeiger-gt/1871_19_0143.xml | 1 | |
          printed/hocr/solr-ocrhighlighting/hocr_hyphen.html | 1 | |
          """)
  void fileHasItsArticles(String name, int count, String title, String day) {
    Path path = Path.of(System.getProperty("broadsheet.data", "../shared/data"), name);
    assumeTrue(Files.exists(path), "no " + path + " here: not tested");
    Reading reading = Reading.of(path);
    List<Article> articles = reading.articles();
    assertThat(articles).hasSize(count);
    assertThat(reading.entries()).noneMatch(entry -> entry.outcome() == Outcome.FAILED);
    assertThat(count > 0 || !reading.entries().isEmpty()).as("a reason").isTrue();
    if (title != null) {
      assertThat(articles.getFirst().title()).startsWith(title);
    }
    if (day != null) {
      assertThat(articles.getFirst().publishedAt().iso()).startsWith(day);
    }
    assertThat(articles).allSatisfy(a -> assertThat(a.paragraphs()).isNotEmpty());
  }
}
