package broadsheet.corpus.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages by RFC 5322 and RFC 2045, and mailboxes by RFC 4155. */
class MailTest {
  @TempDir Path folder;

  private Reading read(String name, String message) {
    return Reading.of(Reading.write(folder, name, message.getBytes(ISO_8859_1)));
  }

  private static String part(String header, String body) {
    return "--b\n" + header + "\n\n" + body + "\n";
  }

  private static String multipart(String kind, String... parts) {
    return "From: ada@a.example\nTo: tom@b.example\nSubject: Bridge opens\nContent-Type: multipart/"
        + kind
        + "; boundary=b\n\n"
        + String.join("", parts)
        + "--b--\n";
  }

  @Test
  void messageIsAnArticleWithItsPeople() {
    Article article =
        Reading.of(folder, "a", MailSamples.message("=?utf-8?q?Br=C3=BCcke?= opens")).only();
    assertThat(article.title()).isEqualTo("Brücke opens");
    assertThat(article.authors()).containsExactly("Rivers, Ada");
    assertThat(article.people()).containsExactly("Harbour board", "tom@b.example");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11T09:59:00+01:00");
    assertThat(article.id()).isEqualTo("17-harbour.example");
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.", "Trains follow.");
  }

  @Test
  void plainFormCountsUnlessThePageSaysMuchMore() {
    String page = part("Content-Type: text/html", "<p>It opened.<p>Trains follow in spring.");
    Article plain =
        read(
                "a",
                multipart(
                    "alternative",
                    part("Content-Type: text/plain", "It opened. Trains follow in spring."),
                    page))
            .only();
    assertThat(plain.paragraphs()).containsExactly("It opened. Trains follow in spring.");
    Article html =
        read("b", multipart("alternative", part("Content-Type: text/plain", "See page"), page))
            .only();
    assertThat(html.paragraphs()).containsExactly("It opened.", "Trains follow in spring.");
  }

  @Test
  void textsAreDecoded() {
    String quoted =
        part(
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding:"
                + " quoted-printable",
            "Br=FCcke =\noffen.");
    String base64 =
        part(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
            Base64.getEncoder().encodeToString("Züge folgen.".getBytes(UTF_8)));
    assertThat(read("a", multipart("mixed", quoted, base64)).only().paragraphs())
        .containsExactly("Brücke offen.", "Züge folgen.");
  }

  @Test
  void attachmentIsReadInItsOwnFormat() {
    String csv =
        part(
            "Content-Type: text/csv\nContent-Disposition: attachment; filename=\"../list.csv\"",
            "title,text\nFerry sold,A museum has it.");
    String inner =
        part("Content-Type: message/rfc822", MailSamples.message("Forwarded").stripTrailing());
    String zip =
        part(
            "Content-Type: application/zip; name*=utf-8''Br%C3%BCcke.zip\n"
                + "Content-Transfer-Encoding: base64",
            Base64.getEncoder().encodeToString(Packed.zip("a.txt", Packed.story("In a zip"))));
    String picture = part("Content-Type: image/png; name=logo.png", "xxxx");
    Reading reading = read("a.eml", multipart("mixed", csv, inner, zip, picture));
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("Ferry sold", "In a zip", "Bridge opens");
    assertThat(reading.articles())
        .extracting(article -> article.locations().getFirst())
        .containsExactly("a.eml/list.csv#1", "a.eml/Brücke.zip/a.txt", "a.eml");
    assertThat(reading.ledger().totals().skipped()).isZero();
    Article message = reading.articles().getLast();
    assertThat(message.paragraphs())
        .containsExactly("Forwarded", "It opened on Monday.", "Trains follow.");
    assertThat(message.people()).contains("tom@b.example", "Rivers, Ada", "Harbour board");
  }

  @Test
  void attachedDocumentsArePartsOfTheMessage() {
    String text = part("Content-Type: text/plain", "See the annex.");
    String pdf =
        part(
            "Content-Type: application/pdf; name=annex.pdf\nContent-Transfer-Encoding: base64",
            Base64.getEncoder()
                .encodeToString(PdfSamples.pdf(document -> PdfSamples.report(document, 3))));
    String locked = part("Content-Type: application/pdf; name=bad.pdf", "nothing");
    String notes = part("Content-Type: text/plain; name=notes.txt", "Notes\n\nA museum has it.");
    Reading reading = read("a.eml", multipart("mixed", text, pdf, locked, notes));
    Article article = reading.only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs())
        .startsWith("See the annex.", "Report of the harbour inquiry")
        .endsWith("A museum has it.");
    assertThat(article.positions().parts())
        .extracting(Part::label)
        .containsExactly("message", "annex.pdf, 1", "annex.pdf, 2", "annex.pdf, 3", "notes.txt");
    assertThat(article.positions().pages()).noneMatch(PrintedPage::hasImage);
    assertThat(partOf("annex.", article)).isZero();
    assertThat(partOf("only2", article)).isEqualTo(2);
    assertThat(partOf("museum", article)).isEqualTo(4);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).hasSize(1);
  }

  @Thorough
  @Test
  void attachmentThatWouldMakeTheMessageTooLongIsAnArticleOfItsOwn() {
    String text = "The harbour was closed by frost.\n".repeat(290_000);
    Reading reading =
        read(
            "a.eml",
            multipart(
                "mixed",
                part("Content-Type: text/plain; name=one.txt", text),
                part("Content-Type: text/plain; name=two.txt", text.replace("frost", "ice"))));
    assertThat(reading.articles())
        .extracting(article -> article.locations().getFirst())
        .containsExactly("a.eml/two.txt", "a.eml");
    assertThat(reading.articles().getLast().positions().parts())
        .extracting(Part::label)
        .containsExactly("message", "one.txt");
  }

  /** The index of the part that a word is in. */
  private static int partOf(String word, Article article) {
    String all = article.title() + " " + String.join(" ", article.paragraphs());
    int number = List.of(all.split(" ", -1)).indexOf(word);
    assertThat(number).isPositive();
    return article.positions().words().words().stream()
        .filter(place -> place.word() <= number)
        .reduce((_, last) -> last)
        .orElseThrow()
        .part();
  }

  @Test
  void mailboxHoldsAnArticleAMessage() {
    String quoted = MailSamples.mailbox("Two").replace("Trains", "\n>From here on trains");
    Reading reading =
        read("box", MailSamples.mailbox("One") + quoted + MailSamples.mailbox("Three"));
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("One", "Two", "Three");
    assertThat(reading.articles().get(1).paragraphs()).contains("From here on trains follow.");
    assertThat(reading.articles().get(1).locations()).containsExactly("box#2");
  }

  @Test
  void pageSavedAsAMessageIsAPage() {
    String saved =
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://harbour.example/12\n"
            + "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
            + part(
                "Content-Type: text/html; charset=utf-8\nContent-Location:"
                    + " https://harbour.example/12",
                "<html><head><title>Bridge opens</title></head><body><h1>Bridge opens</h1><article>"
                    + "<p>It opened on Monday, a year after it was promised by the harbour board."
                    + "</p></article></body></html>")
            + part("Content-Type: text/css\nContent-Location: cid:1", "p{}")
            + "--b--\n";
    Article article = read("a.mht", saved).only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.url()).isEqualTo("https://harbour.example/12");
    assertThat(article.paragraphs().getFirst()).startsWith("It opened on Monday");
  }

  @Test
  void encryptedMessageSaysSo() {
    String body = part("Content-Type: application/pgp-encrypted", "Version: 1");
    String data = part("Content-Type: application/octet-stream; name=a.asc", "xxxx");
    Reading reading = read("a", multipart("encrypted; protocol=x", body, data));
    assertThat(reading.only().title()).isEqualTo("Bridge opens");
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason)
        .containsExactly("its text is encrypted");
  }

  @Test
  void messagesNestedWithoutEndAreGivenUp() {
    String message = MailSamples.message("Innermost");
    for (int i = 0; i < 12; i++) {
      message =
          "From: a@a.example\nTo: b@b.example\nSubject: "
              + i
              + "\nContent-Type: multipart/mixed;"
              + " boundary=b"
              + i
              + "\n\n--b"
              + i
              + "\nContent-Type: message/rfc822\n\n"
              + message
              + "\n--b"
              + i
              + "--\n";
    }
    Reading reading = read("a.eml", message);
    assertThat(reading.only().positions().parts()).hasSizeBetween(6, 9);
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys(DecompressionBudget.TOO_DEEP);
    StringBuilder parts = new StringBuilder("From: a@a.example\nTo: b@b.example\nSubject: x\n");
    for (int i = 0; i < 200; i++) {
      parts.append("Content-Type: multipart/mixed; boundary=b").append(i);
      parts.append("\n\n--b").append(i).append('\n');
    }
    assertThat(read("b.eml", parts.toString()).ledger().totals().failed()).isEqualTo(1);
  }

  @Test
  void cutOffMessageGivesWhatCameBefore() {
    String whole =
        multipart(
            "mixed",
            part("Content-Type: text/plain", "It opened."),
            part("Content-Type: text/plain; name=b.txt", "Second story\n\nA museum has it."));
    Reading reading = read("a.eml", whole.substring(0, whole.indexOf("A museum") + 4));
    assertThat(reading.articles()).extracting(Article::title).contains("Bridge opens");
    assertThat(reading.only().paragraphs()).startsWith("It opened.", "Second story");
  }
}
