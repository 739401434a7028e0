package broadsheet.corpus.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real newspapers of several libraries, if they are available ({@code -Dbroadsheet.data=FOLDER}).
 */
@Thorough
class PrintedDataTest {

  /** A line of a table of articles made from METS and ALTO by another program. */
  private record Truth(String label, String title, int pages, int words, String first) {
    static Truth of(String line) {
      String[] cells = line.split("\t", -1);
      int pages = cells[8].isEmpty() ? 0 : cells[8].split(",", -1).length;
      return new Truth(cells[3], cells[4], pages, Integer.parseInt(cells[11]), cells[12]);
    }

    boolean isEmpty() {
      return words == 0 && (label.isEmpty() || label.startsWith("Untitled"));
    }
  }

  private static Path data(String name) {
    Path path = Path.of(System.getProperty("broadsheet.data", "../shared/data"), "printed", name);
    assumeTrue(Files.exists(path), "no " + path + " here: not tested");
    return path;
  }

  private static List<Truth> truths(Path table) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      return lines.skip(1).map(Truth::of).filter(truth -> !truth.isEmpty()).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alto-mets-bl/0002647, alto-mets-bl/truth/0002647_18240217.articles.tsv, The Statesman,"
        + " 1824-02-17",
    "alto-mets-bnl/1497608_newspaper_armeteufel_1904-01-17,"
        + " alto-mets-bnl/truth/armeteufel_1904-01-17.articles.tsv, Der arme Teufel, 1904-01-17",
    "alto-mets-bnl/2385348_newspaper_luxzeit1858_1858-12-07_01,"
        + " alto-mets-bnl/truth/luxzeit1858_1858-12-07.articles.tsv,"
        + " Luxemburger Zeitung – Journal de Luxembourg, 1858-12-07",
    "alto-mets-bnf-toc/Excelsior, alto-mets-bnf-toc/truth/Excelsior_4600000.articles.tsv,,"
        + " 1910-11-16",
    "alto-mets-enmap-bnf/JDPL, alto-mets-enmap-bnf/truth/JDPL_18210801.articles.tsv,"
        + " Le Journal des Débats politiques et littéraires, 1821-08-01",
    "alto-mets-enmap-bnf/Le-PJI, alto-mets-enmap-bnf/truth/PJI_19000603.articles.tsv,"
        + " Le Petit Journal illustré Supplément du dimanche, 1900-06-03",
    "alto-mets-rero/EZR, alto-mets-rero/truth/EZR_18400221.articles.tsv,, 1840-02-21"
  })
  void articlesAreThoseOfTheTable(String folder, String table, String newspaper, String date)
      throws IOException {
    List<Truth> truths = truths(data(table));
    Reading reading = Reading.of(data(folder));
    List<Article> articles = reading.articles();
    assertThat(reading.ledger().totals().failed()).isZero();
    assertThat(reading.ledger().entries(Outcome.REMARKED)).isEmpty();
    assertThat(articles).hasSameSizeAs(truths);
    for (int i = 0; i < truths.size(); i++) {
      Article article = articles.get(i);
      Truth truth = truths.get(i);
      assertThat(article.publishedAt().iso()).isEqualTo(date);
      if (newspaper != null) {
        assertThat(article.source()).isEqualTo(newspaper);
      }
      assertThat(isTitled(article, truth)).as("%s for %s", article.title(), truth).isTrue();
      assertThat(article.positions().pages()).as(truth.toString()).hasSize(truth.pages());
      assertThat(missing(truth, article)).as(truth.first()).isLessThanOrEqualTo(2);
    }
  }

  private static boolean isTitled(Article article, Truth truth) {
    String label = truth.label().startsWith("Untitled") ? "" : truth.label();
    String stated = label.isEmpty() ? truth.title() : label;
    return stated.isEmpty() || bare(article.title()).equals(bare(stated));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /** Counts the first printed words that are in neither the title nor the text. */
  private static long missing(Truth truth, Article article) {
    List<String> all = new ArrayList<>(List.of(article.title()));
    all.addAll(article.paragraphs());
    String text = bare(String.join(" ", all));
    return Stream.of(truth.first().split(" ", -1))
        .filter(word -> !text.contains(bare(word)))
        .count();
  }

  @Test
  void wordPlacesOfRealPagesTakeAtMostSixBytesAWord() {
    long places = 0;
    long bytes = 0;
    for (Article article : Reading.of(data("alto-mets-bnl")).articles()) {
      places += article.positions().words().words().size();
      bytes += article.positions().words().size();
    }
    assertThat(places).isGreaterThan(15_000);
    assertThat((double) bytes / places).isLessThan(6);
  }

  /** Each file is one page; some are broken on purpose. */
  @Test
  void oddPagesEndAsArticlesOrWithAReason() {
    Reading reading = Reading.of(data("alto-misc"));
    assertThat(reading.ledger().totals().failed()).isZero();
    assertThat(reading.articles().size()).isGreaterThan(20);
  }

  /** The library keeps the text of each article beside the scans, made by another program. */
  @Test
  void articlesCutOutOfPagesHaveTheTextThatTheLibraryKeeps() throws IOException {
    Path folder = data("alto-didl-kb/newspaper");
    List<Article> articles = Reading.of(folder).articles();
    assertThat(articles).hasSize(16);
    for (Article article : articles) {
      String number = article.id().substring(article.id().length() - 4);
      Path kept =
          folder.resolve(
              "1750/05/15/DDD_ddd_010724973_mpeg21/DDD_010724973_" + number + "_articletext.xml");
      List<String> words =
          List.of(
              Files.readString(kept).replaceAll("<[^>]*>|&[a-z]+;", " ").strip().split("\\s+", -1));
      String ours = bare(article.title() + String.join("", article.paragraphs()));
      long missing = words.stream().filter(word -> !ours.contains(bare(word))).count();
      assertThat(missing).as(number).isLessThanOrEqualTo(words.size() / 20);
    }
  }

  @Test
  void oliveFilesAreArticlesOfTheirPages() {
    List<Article> articles = Reading.of(data("olive-xml/GDL")).articles();
    assertThat(articles.size()).isBetween(75, 82);
    assertThat(articles).extracting(a -> a.publishedAt().iso()).containsOnly("1900-01-02");
    assertThat(articles).extracting(a -> a.positions().pages().size()).contains(2);
  }
}
