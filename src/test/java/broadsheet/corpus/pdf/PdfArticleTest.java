package broadsheet.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.ArticleCompletion;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SinkReception;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfArticleTest {
  private static final DateReader DATES = new DateReader(LocalDate.of(2026, 1, 15));

  @Thorough
  @Test
  void pagesBeyondTheLimitAreLeftOutAndSaid() {
    List<Article> articles = new ArrayList<>();
    Ledger ledger = new Ledger();
    FileRecord file = new FileRecord("/shelf/long.pdf", "long.pdf", "", "", "", 0, 0, 0, 0, 0);
    Records records =
        new Records(
            new SourceFile(Path.of("/shelf/long.pdf"), "long.pdf", 0),
            new FileAccount(file, new SinkReception(articles::add), ledger),
            new ArticleCompletion(DATES));
    PdfArticle article = new PdfArticle(new PdfFacts("", "", "", 3, List.of()), records, DATES);
    String text = "The harbour was closed by frost. ".repeat(270_000);
    for (int page = 1; page <= 3; page++) {
      PdfParagraph paragraph = new PdfParagraph(text, 10, 100, false, WordPlaces.NONE);
      article.add(new PdfPage(page, new Sheet(595, 842, 0), 1, List.of(paragraph), true));
    }
    article.end("");
    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().positions().pages()).hasSize(1);
    assertThat(articles.getFirst().paragraphs()).hasSize(1);
    assertThat(ledger.entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple(PdfArticle.TOO_LONG, "1 of 3 pages"));
  }
}
