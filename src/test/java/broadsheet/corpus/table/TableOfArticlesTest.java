package broadsheet.corpus.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.corpus.record.Records;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables by RFC 4180, and as programs write them otherwise. */
class TableOfArticlesTest {
  @TempDir Path folder;

  private Reading read(String... lines) {
    return Reading.of(folder, "news.csv", String.join("\n", lines));
  }

  /**
   * The columns of exports: a German press archive, Europresse's and Retriever's lists, BigKinds
   * (https://www.bigkinds.or.kr), and data sets on Kaggle in Portuguese, Polish, Dutch and Russian.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Überschrift;Artikeltext;Verfasser;Erscheinungsdatum;Zeitung",
        "Schlagzeile;Volltext;Autorin;Veröffentlichungsdatum;Quelle",
        "UEBERSCHRIFT;INHALT;AUTOR;DATUM;MEDIUM_QUELLE;QUELLE",
        "Titre;Texte;Auteurs;Date de publication;Journal",
        "Titular;Cuerpo;Autor;Fecha de publicación;Medio",
        "manchete;conteúdo;autor;data;jornal",
        "Titolo;Testo;Autore;Data;Testata",
        "Kop;Tekst;Auteur;Publicatiedatum;Krant",
        "tytuł;treść;autor;data_publikacji;źródło",
        "Rubrik;Brödtext;Författare;Publiceringsdatum;Källa",
        "Заголовок;Текст;Автор;Дата;Источник",
        "标题;正文;作者;日期;来源",
        "見出し;本文;記者;日付;新聞社",
        "제목;본문;기고자;일자;언론사",
        "العنوان;النص;الكاتب;التاريخ;المصدر",
      })
  void columnsAreKnownInTheLanguagesOfExports(String names) {
    int more = names.split(";").length - 5;
    String row = "New bridge;It opened.;Ada Rivers;2020-01-0%d;" + "x;".repeat(more) + "Harbour";
    Reading reading = read(names, row.formatted(1), row.formatted(2));
    assertThat(reading.articles())
        .extracting(
            Article::title,
            Article::paragraphs,
            Article::authors,
            article -> article.publishedAt().iso(),
            Article::source)
        .contains(
            tuple(
                "New bridge",
                List.of("It opened."),
                List.of("Ada Rivers"),
                "2020-01-02",
                "Harbour"));
  }

  @Test
  void guessedColumnsAreNamed() {
    String text = "The bridge opened on Monday and the ferry was sold. ".repeat(4);
    Reading reading =
        read("a;b;c", "1;2020-01-01;" + text, "2;2020-01-02;" + text, "3;2020-01-03;" + text);
    assertThat(reading.articles()).hasSize(3);
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple("columns guessed by their content", "?, date, text"));
  }

  @Test
  void columnNotUsedIsNamed() {
    String rows =
        "title,body,Erschienen\nOne,It opened on Monday.,2020-01-01\nTwo,Shut.,2020-01-02\n";
    Reading reading = Reading.of(folder, "news.csv", rows);
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple("unused fields", "Erschienen"));
  }

  /** The seven rules of https://www.rfc-editor.org/rfc/rfc4180#section-2. */
  @Test
  void rowsEndWithBothBreaksAndQuotedCellsMayHoldThem() {
    String rows =
        """
        title,text,date
        "Bridge ""Ember"", open","It opened,

        on Monday.",2024-01-11
        Ferry sold,"",2024-01-12\
        """
            .replace("\n", "\r\n");
    Reading reading = Reading.of(folder, "news.csv", rows);
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("Bridge \"Ember\", open", "Ferry sold");
    assertThat(reading.articles().getFirst().paragraphs())
        .containsExactly("It opened,", "on Monday.");
    assertThat(reading.articles().getLast().paragraphs()).isEmpty();
    assertThat(reading.articles().getLast().publishedAt().iso()).isEqualTo("2024-01-12");
  }

  @Test
  void columnsAreKnownByTheirNames() {
    Article article =
        read(
                "Headline,pub_date,Text,authors,url,Unnamed: 0",
                "Bridge opens,2023-06-18,\"It opened, at last.\n\nTrains follow.\","
                    + "\"['Ada Rivers', 'Tom Field']\",https://a.example/1,0")
            .only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.paragraphs()).containsExactly("It opened, at last.", "Trains follow.");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.url()).isEqualTo("https://a.example/1");
    assertThat(article.locations()).containsExactly("news.csv#1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `,`,`"`
          `;`,`"`
          `\t`,`"`
          `|`,`"`
          `;`,`'`
          `,`,`'`
          """)
  void delimiterAndQuoteAreFoundOut(String delimiter, String quote) {
    String table =
        """
        "title";"text"\r
        "A;B";"It; ""opened""\r
        at last"\r
        """
            .replace(";", delimiter)
            .replace("\"", quote);
    Article article = read(table).only();
    assertThat(article.title()).isEqualTo("A" + delimiter.replace("\t", " ") + "B");
    assertThat(article.paragraphs())
        .containsExactly(
            "It" + delimiter.replace("\t", "") + " " + quote + "opened" + quote, "at last");
  }

  @Test
  void quotesEscapedByBackslashesAreQuotes() {
    assertThat(read("title,text", "A,\"He said \\\"yes, now\\\".\"").only().paragraphs())
        .containsExactly("He said \"yes, now\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void encodingAndMarkDoNotMatter(String charset) {
    String text =
        "\ufefftitle;text\r\nCafé öffnet;Schön für Zürich.\r\nEs öffnet;Endlich für alle\r\n";
    String table = charset.equals("windows-1252") ? text.substring(1) : text;
    byte[] bytes = table.getBytes(Charset.forName(charset));
    assertThat(Reading.of(Reading.write(folder, "a.csv", bytes)).articles())
        .extracting(Article::title)
        .containsExactly("Café öffnet", "Es öffnet");
  }

  @Test
  void firstLineMayNameTheDelimiter() {
    assertThat(read("sep=;", "title;text", "A, and B;C, and D").only().title())
        .isEqualTo("A, and B");
  }

  @Test
  void raggedRowsCostAtMostThemselves() {
    Reading reading =
        read(
            "id,title,date,section",
            "1,A,2023-06-18,x",
            "2,B",
            "3,C,2023-06-18,x,more",
            "4,D,2023,x,,");
    assertThat(reading.articles()).extracting(Article::id).containsExactly("1", "2", "4");
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("more cells than columns");
    assertThat(reading.ledger().entries(Outcome.FAILED).getFirst().place()).endsWith("news.csv#3");
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsOnlyKeys("fewer cells than columns");
  }

  @Test
  void textCutAtItsOwnDelimitersIsPutTogether() {
    Reading reading = read("title,text", "A,One", "B,Two, three, and four.");
    assertThat(reading.articles().getLast().paragraphs()).containsExactly("Two, three, and four.");
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsOnlyKeys("more cells than columns");
  }

  @Test
  void doubledAndEmptyNamesDoNoHarm() {
    Article article = read("title,,title,text,", "A,x,B,C,y").only();
    assertThat(article.title()).isEqualTo("A");
    assertThat(article.paragraphs()).containsExactly("C");
  }

  @Test
  void quoteNeverClosedCostsItsRowAndNotTheRest() {
    Reading reading =
        read("id,title,text", "1,\"A, a\",First", "2,\"B,Second", "3,C,Third", "4,D,Fourth");
    assertThat(reading.articles()).extracting(Article::id).containsExactly("1", "2", "3", "4");
    assertThat(reading.articles().get(1).paragraphs()).containsExactly("Second");
    LedgerEntry entry = reading.ledger().entries(Outcome.REMARKED).getFirst();
    assertThat(entry.reason()).isEqualTo("a quote that is never closed");
    assertThat(entry.detail()).isEqualTo("line 3");
  }

  @Test
  void quoteOutOfPlaceCostsItsRowAndNotTheRest() {
    Reading reading =
        read(
            "id,title,text", "1,A,First", "2,\"B\" x,Second", "3,\"C, c\",Third", "4,\"D, \"d\",x");
    assertThat(reading.articles()).extracting(Article::id).containsExactly("1", "2", "3");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple("a quote out of place", "line 5"));
  }

  @Thorough
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void quoteNeverClosedDoesNotTakeInAHugeFile() {
    String text = "The text of a story that is told in a row. ".repeat(30);
    StringBuilder table = new StringBuilder("id,title,text\n1,\"A,never closed\n");
    for (int i = 2; i <= 20_000; i++) {
      table
          .append(i)
          .append(i < 100 ? ",\"Title, in quotes\"," : ",Title,")
          .append(text)
          .append('\n');
    }
    Reading reading = read(table.toString());
    assertThat(table).hasSizeGreaterThan(Records.LONGEST_RECORD);
    assertThat(reading.articles()).hasSize(20_000);
    assertThat(reading.ledger().entries(Outcome.REMARKED).getFirst().detail()).isEqualTo("line 2");
  }

  @Thorough
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void manyQuotesNeverClosedEndSoon() {
    String good = "1,\"A, in quotes\",closed\n".repeat(5_000);
    String rows = "1,\"A,never closed\n" + "1,A,closed\n".repeat(20);
    Reading reading = read("id,title,text\n" + good + rows.repeat(500));
    assertThat(reading.articles()).hasSize(15_500);
    assertThat(reading.ledger().reasons(Outcome.REMARKED).keySet())
        .containsAnyOf("a quote that is never closed", "a quote out of place");
  }

  @Test
  void lineLongerThanIsReadFailsAlone() {
    Reading reading = read("title,text", "A,B", "C," + "x".repeat(17 * 1024 * 1024), "D,E");
    assertThat(reading.articles()).extracting(Article::title).containsExactly("A", "D");
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsOnlyKeys(Records.TOO_LONG);
  }

  @Test
  void textAndSectionAreFoundWithoutNames() {
    String text =
        "Die Brücke wurde am Montag eröffnet; es sagte der Bürgermeister viel. ".repeat(4);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      table.append(i % 3 == 0 ? "Sport" : "Inland").append(";'").append(text);
      table.append("''").append(i).append("'' sagt er.'\n");
    }
    Reading reading = read(table.toString());
    assertThat(reading.articles()).hasSize(12);
    assertThat(reading.articles().getFirst().section()).isEqualTo("Sport");
    assertThat(reading.articles().getFirst().paragraphs().getFirst()).endsWith("'0' sagt er.");
  }

  @Test
  void titlesAddressesAndDaysAreFoundWithoutNames() {
    String text = "The bridge was opened on Monday and the mayor said a great deal. ".repeat(4);
    StringBuilder table = new StringBuilder("n,schlagzeile,adresse,tag,artikeltext\n");
    for (int i = 10; i < 20; i++) {
      String cells = ",Bridge number %1$d opens at last,https://a.example/%1$d,2023-06-%1$d,\"";
      table.append(i).append(cells.replace("%1$d", String.valueOf(i))).append(text).append("\"\n");
    }
    Reading reading = read(table.toString());
    assertThat(reading.articles()).hasSize(10);
    assertThat(reading.articles().getFirst().title()).isEqualTo("Bridge number 10 opens at last");
    assertThat(reading.articles().getFirst().url()).isEqualTo("https://a.example/10");
    assertThat(reading.articles().getFirst().publishedAt().iso()).isEqualTo("2023-06-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\tFIRST TOPIC OF A LIST OF THEM\n2\tSECOND TOPIC OF A LIST\n3\tTHIRD TOPIC\n",
        "name,score\nreadability,0.91\njusttext,0.80\n",
        "1,2,3\n4,5,6\n",
        "earn,,Earnings and forecasts\nacq,,Mergers\n",
        "one\ntwo\nthree\n"
      })
  void tableThatIsNotOfArticlesIsSkipped(String table) {
    Reading reading = Reading.of(folder, "table.tsv", table);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a table, but not of articles");
  }

  @Test
  void proseWithCommasIsNoTable() {
    String prose = "Text, body and soul\n\nThe story, in short, is long, said he.\n";
    Reading.write(folder, "a.txt", prose.getBytes(UTF_8));
    assertThat(Reading.of(folder).only().title()).isEqualTo("Text, body and soul");
  }

  @Test
  void rowsThatAreEmptyAreSkipped() {
    Reading reading = read("title,text", "A,B", "", ",", "C,D");
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.articles().getLast().locations()).containsExactly("news.csv#3");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("neither title nor body");
  }
}
