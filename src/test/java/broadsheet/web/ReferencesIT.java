package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.address.QueryString;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import de.undercouch.citeproc.ris.RISType;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References as BibTeX and RIS, read by parsers of these formats. */
@SuppressWarnings("NullAway.Init")
@Smoke
class ReferencesIT {

  /** Headlines with characters that are special in these formats. */
  private static final List<String> TITLES =
      List.of(
          "A {brace}, an open { and a shut } one",
          "A \\backslash, \\emph{one} with braces, and \\\\ two at the end \\",
          "50% of @readers & $5 #1 under_score ~tilde ^hat",
          "@article{other, title = {Not this}}",
          "Two\nlines\r\nand a\ttab",
          "TY  - BOOK\r\nER  - \r\nTY  - BOOK",
          "\"Quoted\", ‘curly’ — and – dashes…",
          "الميناء يفتح أبوابه من جديد",
          "老灯塔春天重新开放",
          "Grüße aus Zürich, Łódź & Dvořák's ’straße",
          "ER  -",
          "Plain");

  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < TITLES.size(); i++) {
      articles.add(
          Article.withId("ref-" + i + "~é")
              .title(TITLES.get(i))
              .standfirst("About " + TITLES.get(i))
              .paragraphs(List.of("A zephyr, number " + "abcdefghijklmnop".charAt(i) + "."))
              .authors(List.of("Penrose, Olive", "O'Neill {and} Sons and Co", TITLES.get(i)))
              .source("Crier & " + TITLES.get(i))
              .topics(List.of("wind", TITLES.get(i)))
              .language("en")
              .url("https://crier.example/a_{b}%20?c=1&d=2#e~" + i)
              .publishedAt(PublicationDate.stated("1999-10-02"))
              .build());
    }
    articles.add(Article.withId("bare").paragraphs(List.of("Nothing but a zephyr.")).build());
    server = TestServer.over(articles);
  }

  private static String one(int number, String suffix) throws Exception {
    HttpResponse<String> answer =
        server.get("/article/" + QueryString.encode("ref-" + number + "~é") + suffix);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String all(String suffix) throws Exception {
    return server.get("/search" + suffix + "?q=zephyr&sort=newest&duplicates=show").body();
  }

  private static <T> T known(Map<String, T> all, String id) {
    return Objects.requireNonNull(all.get(id), id);
  }

  private static String straight(String text) {
    return text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"");
  }

  /** A value after it has been written on one line. */
  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<BibTeXEntry> bibliography(String text) throws Exception {
    BibTeXDatabase found = new BibTeXParser().parse(new StringReader(text));
    assertThat(found.getObjects()).hasSameSizeAs(found.getEntries().values());
    return List.copyOf(found.getEntries().values());
  }

  /**
   * A field as TeX would print it, but with straight quotes. The printer knows only ASCII, so other
   * characters are replaced by their numbers meanwhile.
   */
  private static String printed(BibTeXEntry entry, Key field) throws Exception {
    String latex =
        Pattern.compile("[^\\x00-\\x7f]")
            .matcher(entry.getField(field).toUserString())
            .replaceAll(found -> "zu" + (int) found.group().charAt(0) + "z");
    String printed = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex)));
    return straight(
        Pattern.compile("zu(\\d+)z")
            .matcher(printed)
            .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1)))));
  }

  @Test
  void bibTexOfEachArticleIsReadBackAsItWas() throws Exception {
    for (int i = 0; i < TITLES.size(); i++) {
      List<BibTeXEntry> entries = bibliography(one(i, ".bib"));
      assertThat(entries).hasSize(1);
      assertBibTex(entries.getFirst(), i);
    }
  }

  @Test
  void bibTexOfASearchHasEveryArticle() throws Exception {
    List<BibTeXEntry> entries = bibliography(all(".bib"));
    assertThat(entries).hasSize(TITLES.size() + 1);
    Map<String, BibTeXEntry> byKey = new HashMap<>();
    entries.forEach(entry -> byKey.put(entry.getKey().getValue(), entry));
    for (int i = 0; i < TITLES.size(); i++) {
      assertBibTex(known(byKey, "ref-" + i + ":7e:e9"), i);
    }
    assertThat(printed(known(byKey, "bare"), BibTeXEntry.KEY_TITLE))
        .isEqualTo("Nothing but a zephyr.");
  }

  private static void assertBibTex(BibTeXEntry entry, int number) throws Exception {
    String title = straight(line(TITLES.get(number)));
    assertThat(entry.getType()).isEqualTo(BibTeXEntry.TYPE_ARTICLE);
    assertThat(printed(entry, BibTeXEntry.KEY_TITLE)).isEqualTo(title);
    assertThat(printed(entry, BibTeXEntry.KEY_JOURNAL)).isEqualTo("Crier & " + title);
    assertThat(printed(entry, BibTeXEntry.KEY_AUTHOR))
        .isEqualTo("Penrose, Olive and O'Neill {and} Sons and Co and " + title);
    assertThat(entry.getField(BibTeXEntry.KEY_YEAR).toUserString()).isEqualTo("1999");
    assertThat(entry.getField(BibTeXEntry.KEY_MONTH).toUserString()).isEqualTo("10");
    assertThat(entry.getField(new Key("date")).toUserString()).isEqualTo("1999-10-02");
    assertThat(entry.getField(BibTeXEntry.KEY_URL).toUserString())
        .isEqualTo("https://crier.example/a_%7Bb%7D%20?c=1&d=2#e~" + number);
  }

  private static List<RISReference> references(String text) throws Exception {
    return new RISParser().parse(new StringReader(text)).getReferences();
  }

  @Test
  void risOfEachArticleIsReadBackAsItWas() throws Exception {
    for (int i = 0; i < TITLES.size(); i++) {
      List<RISReference> references = references(one(i, ".ris"));
      assertThat(references).hasSize(1);
      assertRis(references.getFirst(), i);
    }
  }

  @Test
  void risOfASearchHasEveryArticle() throws Exception {
    List<RISReference> references = references(all(".ris"));
    assertThat(references).hasSize(TITLES.size() + 1);
    Map<String, RISReference> byId = new HashMap<>();
    references.forEach(reference -> byId.put(reference.getId(), reference));
    for (int i = 0; i < TITLES.size(); i++) {
      assertRis(known(byId, "ref-" + i + "~é"), i);
    }
    assertThat(known(byId, "bare").getTitle()).isEqualTo("Nothing but a zephyr.");
  }

  private static void assertRis(RISReference reference, int number) {
    String title = line(TITLES.get(number));
    assertThat(reference.getType()).isEqualTo(RISType.NEWS);
    assertThat(reference.getTitle()).isEqualTo(title);
    assertThat(reference.getAbstrct()).isEqualTo("About " + title);
    assertThat(reference.getAuthors())
        .containsExactly("Penrose, Olive", "O'Neill {and} Sons and Co", title);
    assertThat(reference.getKeywords()).containsExactly("wind", title);
    assertThat(reference.getSecondaryTitle()).isEqualTo("Crier & " + title);
    assertThat(reference.getYear()).isEqualTo("1999");
    assertThat(reference.getDate()).isEqualTo("1999/10/02/");
    assertThat(reference.getLanguage()).isEqualTo("en");
    assertThat(reference.getURL()).isEqualTo("https://crier.example/a_{b}%20?c=1&d=2#e~" + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {".bib", ".ris"})
  void aReferenceIsAFileWithATypeAndAName(String suffix) throws Exception {
    HttpResponse<String> answer = server.get("/article/" + QueryString.encode("ref-0~é") + suffix);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"ref-0__" + suffix + "\"");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-")
        .contains("charset=utf-8");
    assertThat(server.send("HEAD", "/article/bare" + suffix).statusCode()).isEqualTo(200);
    HttpResponse<String> none = server.get("/article/none" + suffix);
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
  }
}
