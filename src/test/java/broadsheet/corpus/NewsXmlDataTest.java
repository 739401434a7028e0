package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real agency files, if they are available ({@code -Dbroadsheet.data=FOLDER}). */
@Thorough
class NewsXmlDataTest {
  private static Reading read(String name) {
    Path path = Path.of(System.getProperty("broadsheet.data", "../shared/data"), name);
    assumeTrue(Files.exists(path), "no " + path + " here: not tested");
    return Reading.of(path);
  }

  private static Article article(Reading reading, String location) {
    return reading.articles().stream()
        .filter(a -> a.locations().getFirst().equals(location))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> counts(Reading reading) {
    return reading.articles().stream()
        .filter(a -> a.locations().getFirst().matches(".*\\.(?:xml|txt)(?:#\\d+)?"))
        .collect(
            Collectors.groupingBy(
                a -> a.locations().getFirst().replaceAll("#\\d+$", ""),
                TreeMap::new,
                Collectors.counting()));
  }

  @Test
  void everyAgencyFileHasItsArticles() {
    Reading reading = read("news-xml/superdesk-fixtures");
    assertThat(reading.ledger().totals().failed()).isZero();
    Map<String, Long> counts = counts(reading);
    assertThat(counts).hasSize(36);
    assertThat(counts).containsEntry("ap.xml", 3L).containsEntry("ritzau_feed.xml", 2L);
    assertThat(counts.values().stream().filter(n -> n == 1)).hasSize(34);
    assertThat(counts).doesNotContainKeys("nitf-fishing.xml", "snep.xml");
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .filteredOn(entry -> entry.place().contains(".xml"))
        .extracting(LedgerEntry::reason)
        .containsExactlyInAnyOrder(
            "withdrawn by its agency",
            "not news: packageItem",
            "not news: packageItem",
            "not published",
            "not published",
            "not published",
            "not published");
  }

  @Test
  void everyAgencyArticleHasTextDateAndSource() {
    Reading reading = read("news-xml/superdesk-fixtures");
    List<Article> agency =
        reading.articles().stream()
            .filter(a -> !a.locations().getFirst().contains(".json"))
            .toList();
    Pattern trace = Pattern.compile("</?(?:p|br|div|b|P)\\b|&(?:amp|lt|quot|#\\d+);|\\p{Cntrl}");
    assertThat(agency)
        .allSatisfy(
            a -> {
              assertThat(a.paragraphs()).as(a.locations().getFirst()).isNotEmpty();
              assertThat(a.publishedAt().isKnown()).as(a.locations().getFirst()).isTrue();
              assertThat(a.source()).as(a.locations().getFirst()).isNotEmpty();
              assertThat(trace.matcher(a.title() + a.standfirst() + a.paragraphs()).find())
                  .as(a.locations().getFirst())
                  .isFalse();
            });
    assertThat(agency)
        .filteredOn(a -> a.title().isEmpty())
        .flatExtracting(Article::locations)
        .containsExactly("ritzau_news.xml");
  }

  @Test
  void agencyArticlesHaveTheRightParts() {
    Reading reading = read("news-xml/superdesk-fixtures");
    Article dpa = article(reading, "dpa.xml#1");
    assertThat(dpa.section()).isEqualTo("Sport");
    assertThat(dpa.topics()).containsExactly("Fußball", "Champions League", "Frankfurt", "London");
    assertThat(dpa.paragraphs()).hasSize(3);
    Article pa = article(reading, "pa5.xml");
    assertThat(pa.authors()).containsExactly("Sam Lister");
    assertThat(pa.paragraphs().getFirst()).contains("£66 billion");
    assertThat(pa.standfirst()).isEmpty();
    Article afp = article(reading, "afp20.xml#1");
    assertThat(afp.title()).contains("opératrice");
    assertThat(afp.language()).isEqualTo("fr");
    assertThat(article(reading, "ana1.xml#1").topics())
        .containsExactly("Employment/Unemployment", "Job Layoffs", "Economic Indicator");
    assertThat(article(reading, "efe_nitf.xml").publishedAt().iso())
        .isEqualTo("2017-01-02T22:28:00Z");
    assertThat(article(reading, "stt_newsml_endash.xml").places())
        .containsExactly("Globaali", "Helsinki");
    assertThat(article(reading, "aap.xml").authors()).containsExactly("John Doe");
    assertThat(article(reading, "aap.xml").paragraphs()).hasSize(12);
    assertThat(article(reading, "IPTC7901.txt#1").publishedAt().iso())
        .isEqualTo("2013-11-13T11:37:00Z");
  }

  @Test
  void examplesOfTheIptcAreArticlesOrSayWhyNot() {
    Reading reading = read("news-xml/iptc-newsml-g2/examples");
    assertThat(counts(reading).keySet())
        .containsExactlyInAnyOrder(
            "LISTING_1_A_NewsML-G2_News_Item.xml",
            "LISTING_21_A_complete_sample_SportsML-G2_document.xml",
            "LISTING_22_Sports_story_in_NewsML-G2NITF.xml",
            "LISTING_27_Company_Financial_Information.xml",
            "LISTING_2_NewsML-G2_Text_Document.xml",
            "Receiver View.xml",
            "facet-example-3.xml");
    assertThat(reading.ledger().totals().failed()).isZero();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsEntry("neither title nor body", 7L)
        .containsEntry("a fragment of NewsML-G2, not an item", 5L)
        .containsEntry("not news: planningItem", 4L)
        .containsEntry("not news: conceptItem", 3L)
        .containsEntry("not news: packageItem", 3L)
        .containsEntry("not text: picture", 3L)
        .containsEntry("not text: video", 3L);
  }

  @Test
  void samplesOfCollectionsAreRead() {
    Article nyt = read("trec-style-samples/nyt-nitf-synthetic.xml").only();
    assertThat(nyt.publishedAt().iso()).isEqualTo("2007-02-01");
    assertThat(nyt.paragraphs()).containsExactly("First paragraph.", "Second paragraph.");
    assertThat(nyt.authors()).containsExactly("Some One", "Another Person");
    assertThat(read("trec-style-samples/trec-ap-synthetic.txt").articles())
        .extracting(Article::id)
        .containsExactly("TREC_DOC_1", "DOC222");
  }
}
