package broadsheet.corpus.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of sites as https://movabletype.org/documentation/appendices/import-export-format.html
 * describes them, with the fields of its example.
 */
class MovableTypeTest {
  private static final String EXPORT =
      """
      TITLE: Bridge opens
      BASENAME: bridge-opens
      AUTHOR: Ada Rivers
      DATE: 02/01/2002 03:31:05 PM
      PRIMARY CATEGORY: Harbour
      CATEGORY: Harbour
      CATEGORY: Trains
      TAGS: "new bridge",Ember
      CONVERT BREAKS: 1
      -----
      BODY:
      It <b>opened</b>
      on Monday.

      Trains follow.
      -----
      EXTENDED BODY:
      A year late.
      -----
      EXCERPT:
      The Ember is crossed.
      -----
      KEYWORDS:
      rail
      -----
      COMMENT:
      AUTHOR: Tom Field
      DATE: 02/02/2002 15:47:06
      Not before time.
      -----
      PING:
      TITLE: My Entry
      URL: http://www.example.com/old/2002/08/
      BLOG NAME: My Weblog
      DATE: 08/05/2002 16:09:12
      And here it is.
      -----
      --------
      AUTHOR: Tom Field
      TITLE: Half a story
      STATUS: Draft
      DATE: 01/31/2002 03:31:05
      -----
      BODY:
      Not yet.
      -----
      --------
      -----
      --------
      AUTHOR: Tom Field
      TITLE: 渡し船
      STATUS: Publish
      CONVERT BREAKS: 0
      DATE: 01/31/2002 03:31:05
      CATEGORY: Boats
      -----
      BODY:
      <p>It was <a href="https://a.example">sold</a>.</p><ul><li>For 3.</li></ul>
      """;

  @TempDir Path folder;

  private Reading reading(String text) {
    return Reading.of(folder, "mt.txt", text);
  }

  @Test
  void everyPublishedEntryIsAnArticle() {
    Reading reading = reading(EXPORT);
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("Bridge opens", "渡し船");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("not published");
  }

  @Test
  void entryHasAllItsFields() {
    Article article = reading(EXPORT).articles().getFirst();
    assertThat(article.publishedAt().iso()).isEqualTo("2002-02-01T15:31:05");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.section()).isEqualTo("Harbour");
    assertThat(article.topics()).containsExactly("Trains", "new bridge", "Ember", "rail");
    assertThat(article.standfirst()).isEqualTo("The Ember is crossed.");
    assertThat(article.paragraphs())
        .containsExactly("It opened on Monday.", "Trains follow.", "A year late.");
  }

  @Test
  void lastEntryNeedsNoBorderAndLinesMayEndAsOnWindows() {
    List<Article> articles = reading(EXPORT.replace("\n", "\r\n")).articles();
    assertThat(articles).hasSize(2);
    assertThat(articles.getLast().paragraphs()).containsExactly("It was sold.", "For 3.");
    assertThat(articles.getLast().section()).isEqualTo("Boats");
  }

  /**
   * Other systems write it otherwise: a blank line between fields, texts without a border below.
   */
  @Test
  void entryMayBeWrittenLoosely() {
    String loose =
        EXPORT
            .replace("PRIMARY CATEGORY: Harbour\n", "PRIMARY CATEGORY: \n\n")
            .replace("BASENAME: b", "CUSTOM_FIELD-1: b")
            .replace("-----\n--------", "--------");
    assertThat(reading(loose).articles())
        .extracting(Article::title, Article::section)
        .containsExactly(tuple("Bridge opens", "Harbour"), tuple("渡し船", "Boats"));
  }

  @Test
  void anglesThatAreWrittenAsTextStay() {
    String export =
        EXPORT
            .replace("BREAKS: 1", "BREAKS: 0")
            .replace("<b>opened</b>", "&lt;p&gt; <b>opened</b>");
    assertThat(reading(export).articles().getFirst().paragraphs().getFirst())
        .contains("<p> opened");
  }

  @Test
  void markdownIsReadAsSuch() {
    assertThat(
            reading(EXPORT.replace("BREAKS: 1", "BREAKS: markdown").replace("<b>opened</b>", "*o*"))
                .articles()
                .getFirst()
                .paragraphs())
        .startsWith("It o on Monday.", "Trains follow.");
  }
}
