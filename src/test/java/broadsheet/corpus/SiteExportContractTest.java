package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.SiteExports.Export;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every export: it is one whole, and only what was published is an article. */
class SiteExportContractTest {
  @TempDir Path folder;

  static List<Export> exports() {
    return SiteExports.all();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void publishedPostIsWholeAndOthersAreLeftOutOfAFolder(Export export) {
    check(export, Reading.of(export.folder(folder)));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void publishedPostIsWholeAndOthersAreLeftOutOfAZip(Export export) {
    check(export, Reading.of(export.zip(folder)));
  }

  private static void check(Export export, Reading reading) {
    Article article = reading.only();
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.paragraphs())
        .containsExactly("The bridge over the Ember opened.", "Trains follow.");
    assertThat(article.captions()).containsExactly("The first train");
    assertThat(article.authors()).isEqualTo(export.authors());
    assertThat(article.topics()).isEqualTo(export.topics());
    assertThat(article.publishedAt().iso()).startsWith(export.day());
    assertThat(article.url()).isEqualTo(export.url());
    assertThat(article.toString()).doesNotContainIgnoringCase("unfinished");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsEntry("not published", (long) export.unpublished());
    assertThat(reading.ledger().totals().failed()).isZero();
  }
}
