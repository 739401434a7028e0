package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real collections, if they are available ({@code -Dbroadsheet.data=FOLDER}). */
@Thorough
class SharedDataTest {
  private static Reading readWithDuplicates(String name) {
    String data = System.getProperty("broadsheet.data", "../shared/data");
    Path folder = Path.of(data, name);
    assumeTrue(Files.isDirectory(folder), "no " + folder + " here: not tested");
    Reading reading = Reading.of(folder);
    assertThat(reading.ledger().totals().failed()).isZero();
    return reading;
  }

  private static Reading read(String name) {
    Reading reading = readWithDuplicates(name);
    assertThat(reading.articles()).extracting(Article::id).doesNotHaveDuplicates();
    return reading;
  }

  private static long count(Reading reading, Predicate<Article> has) {
    return reading.articles().stream().filter(has).count();
  }

  @Test
  void reutersHasAllItsArticlesAndParts() {
    Reading reading = read("reuters21578");
    assertThat(reading.articles()).hasSize(21_578);
    assertThat(reading.ledger().totals().skipped()).isEqualTo(10);
    assertThat(count(reading, a -> !a.dateline().isEmpty())).isEqualTo(19_043);
    assertThat(count(reading, a -> !a.topics().isEmpty())).isEqualTo(11_367);
    assertThat(count(reading, a -> !a.places().isEmpty())).isEqualTo(18_798);
    assertThat(count(reading, a -> !a.people().isEmpty())).isEqualTo(1_156);
    assertThat(count(reading, a -> !a.organisations().isEmpty())).isEqualTo(1_361);
    assertThat(count(reading, a -> !a.authors().isEmpty())).isEqualTo(875);
    assertThat(count(reading, a -> a.title().isEmpty())).isEqualTo(1);
  }

  @Test
  void reutersHasEveryMalformedDateRemarkedOnAndNoneWrong() {
    Reading reading = read("reuters21578");
    long remarks =
        reading.ledger().reasons(Outcome.REMARKED).entrySet().stream()
            .filter(reason -> reason.getKey().startsWith("date "))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(remarks).isEqualTo(334);
    assertThat(count(reading, a -> !a.publishedAt().isKnown())).isEqualTo(1);
    assertThat(reading.articles())
        .filteredOn(a -> a.publishedAt().isKnown())
        .allMatch(a -> isInRange(a.publishedAt().first().orElseThrow()));
    assertThat(
            reading.articles().stream()
                .flatMap(a -> a.publishedAt().first().stream())
                .collect(Collectors.toSet()))
        .hasSize(58);
  }

  private static boolean isInRange(LocalDate day) {
    return !day.isBefore(LocalDate.of(1987, 2, 26)) && !day.isAfter(LocalDate.of(1987, 10, 20));
  }

  @Test
  void reutersTextHasNoTraceOfReferencesOrTags() {
    Pattern trace = Pattern.compile("&#|&lt;|&amp;|</?(?:BODY|TITLE|TEXT)>|\\p{Cntrl}");
    long withTrace =
        count(
            read("reuters21578"),
            a -> trace.matcher(a.title() + a.dateline() + a.paragraphs()).find());
    assertThat(withTrace).isZero();
  }

  @Test
  void allSidesIsMappedWithoutConfiguration() {
    Reading reading = read("allsides-articles");
    assertThat(reading.articles()).hasSizeGreaterThanOrEqualTo(8_000);
    assertThat(reading.articles())
        .allMatch(
            a ->
                !a.title().isEmpty()
                    && !a.paragraphs().isEmpty()
                    && !a.source().isEmpty()
                    && !a.url().isEmpty()
                    && !a.topics().isEmpty());
    assertThat(count(reading, a -> a.publishedAt().isKnown())).isGreaterThan(7_000);
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsOnlyKeys("date repaired", "ambiguous date", "unused fields");
  }

  @Test
  void bbcNewsHasItsSections() {
    Reading reading = read("bbc-news");
    assertThat(
            reading.articles().stream()
                .collect(Collectors.groupingBy(Article::section, Collectors.counting())))
        .containsOnly(
            Map.entry("business", 510L),
            Map.entry("entertainment", 386L),
            Map.entry("politics", 417L),
            Map.entry("sport", 511L),
            Map.entry("technology", 401L));
    assertThat(reading.articles()).allMatch(a -> !a.title().isEmpty() && !a.paragraphs().isEmpty());
  }

  @Test
  void timeHasItsOwnIdsAndDays() {
    Reading reading = read("time1963");
    assertThat(reading.articles()).hasSize(423);
    assertThat(reading.articles())
        .allMatch(
            a ->
                a.id().matches("\\d{3}")
                    && a.publishedAt().iso().startsWith("1963-")
                    && a.source().equals("TIME")
                    && a.title().isEmpty());
  }

  /** Damaged or odd web archives lose no sound record. */
  @Test
  void webArchivesAreReadAsFarAsTheyAreSound() {
    Path folder = Path.of(System.getProperty("broadsheet.data", "../shared/data"), "warc-samples");
    assumeTrue(Files.isDirectory(folder), "no " + folder + " here: not tested");
    Reading reading = Reading.of(folder);
    LedgerTotals totals = reading.ledger().totals();
    assertThat(totals.files()).isEqualTo(19);
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(entry -> entry.place().substring(folder.toString().length() + 1))
        .contains("bad.arc#1", "bad.arc#2", "bad.arc#3", "example-trunc.warc#4")
        .allMatch(place -> place.matches("bad\\.arc.*|example-(?:trunc|space-in-url)\\..*"));
  }

  @Test
  void newsPagesAreArticlesWithTheirParts() {
    Reading reading = read("article-extraction-benchmark/html");
    assertThat(reading.ledger().totals().skipped()).isZero();
    assertThat(reading.articles()).allMatch(a -> !a.title().isEmpty() && !a.paragraphs().isEmpty());
    assertThat(count(reading, a -> a.url().isEmpty())).isLessThanOrEqualTo(3);
    assertThat(count(reading, a -> a.publishedAt().isKnown()))
        .isGreaterThanOrEqualTo(reading.articles().size() - 2);
  }

  @Test
  void feedsGiveAllTheirItems() {
    Reading reading = read("feeds");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("notes about a collection", "neither title nor text", "not a feed");
    assertThat(
            reading.articles().stream()
                .map(a -> a.locations().getFirst().replaceAll("#.*", ""))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
        .containsAllEntriesOf(
            Map.of(
                "rss-parser/guardian.rss", 55L,
                "rss-parser/encoding.rss", 40L,
                "rss-parser/heise.atom", 15L,
                "miniflux/rdf_UTF8.xml", 60L,
                "miniflux/urdu_UTF8.xml", 26L,
                "feedjira/HuffPostCanada.xml", 2L,
                "feedjira/google_alerts_atom.xml", 20L,
                "feedjira/TechCrunch.xml", 20L))
        .hasSize(15);
    assertThat(count(reading, a -> a.title().isEmpty() || a.source().isEmpty())).isZero();
  }

  @Test
  void tablesHaveARowAnArticle() {
    Reading masakhanews = readWithDuplicates("masakhanews");
    assertThat(perFile(masakhanews))
        .contains(
            Map.entry("eng/dev.tsv", 472L),
            Map.entry("eng/test.tsv", 948L),
            Map.entry("fra/dev.tsv", 211L),
            Map.entry("swa/dev.tsv", 237L));
    assertThat(masakhanews.articles())
        .allMatch(a -> !a.title().isEmpty() && !a.paragraphs().isEmpty() && !a.section().isEmpty());
    assertThat(masakhanews.ledger().totals().remarked()).isZero();

    Reading sib = read("sib200-sample");
    assertThat(perFile(sib))
        .hasSize(30)
        .allSatisfy((file, rows) -> assertThat(rows).isEqualTo(204));
    assertThat(sib.articles()).allMatch(a -> !a.language().isEmpty() && !a.section().isEmpty());
  }

  @Test
  void tableWithoutNamesHasItsSections() {
    Reading reading = read("10kgnad-de");
    assertThat(reading.articles()).hasSize(1_028);
    assertThat(
            reading.articles().stream()
                .collect(Collectors.groupingBy(Article::section, Collectors.counting())))
        .hasSize(9)
        .contains(Map.entry("Web", 168L), Map.entry("Kultur", 54L));
    assertThat(reading.articles()).allMatch(a -> a.paragraphs().getFirst().length() > 50);
  }

  @Test
  void researchAndAgencySamplesAreRead() {
    String data = System.getProperty("broadsheet.data", "../shared/data");
    Path trec = Path.of(data, "trec-style-samples");
    Path agency = Path.of(data, "news-xml", "superdesk-fixtures");
    assumeTrue(Files.isDirectory(trec) && Files.isDirectory(agency), "no " + data + " here");
    Reading reading =
        Reading.of(
            trec.resolve("wapo-collection1.jl"),
            trec.resolve("wapo-collection2.jl"),
            trec.resolve("neuclir-rus.jsonl"));
    assertThat(reading.articles()).hasSize(10);
    assertThat(count(reading, a -> a.paragraphs().size() > 2)).isGreaterThanOrEqualTo(9);
    assertThat(count(reading, a -> a.publishedAt().isKnown())).isEqualTo(6);
    assertThat(Reading.of(agency.resolve("ninjs2.json")).only().paragraphs()).hasSize(9);
    assertThat(Reading.of(agency.resolve("ninjs3.json")).articles()).isEmpty();
    assertThat(Reading.of(agency.resolve("bbc-ninjs-text-test.json")).only().id())
        .isEqualTo("1234");
  }

  private static Map<String, Long> perFile(Reading reading) {
    return reading.articles().stream()
        .collect(
            Collectors.groupingBy(
                a -> a.locations().getFirst().substring(0, a.locations().getFirst().indexOf('#')),
                Collectors.counting()));
  }
}
