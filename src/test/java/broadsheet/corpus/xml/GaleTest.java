package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issues by Gale's document type GALENP. Its form is that of
 * https://github.com/alan-turing-institute/defoe, {@code defoe/test/papers/fixtures}; Gale
 * publishes no specification.
 */
class GaleTest {
  private static final String ARTICLE =
      """
      <article type="article"><id>NID123-1912-1110-0001-00%s</id><ocr relevant="no">0</ocr>
        <pi pgref="1">NID123-1912-1110-0001</pi>
        <text><text.title><p><wd>%s</wd></p></text.title>
          <text.cr><p><wd>It</wd><wd>opened.</wd></p></text.cr></text></article>
      """;

  @TempDir Path folder;

  @Test
  void articlesOfAnIssueHaveItsDay() {
    String issue =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE GALENP SYSTEM "GALENP.dtd">
        <GALENP><Newspaper><issue><metadatainfo><newspaperID>NID123</newspaperID></metadatainfo>
        <id>NID123-1912-1110</id><pf>19121110</pf><dw>Monday</dw><ip>1</ip>
        <page>%s%s</page></issue></Newspaper></GALENP>
        """
            .formatted(
                ARTICLE.formatted("1", "Bridge opens"), ARTICLE.formatted("2", "Ferry sold"));
    assertThat(Reading.of(folder, "issue.xml", issue).articles())
        .extracting(
            Article::id, Article::title, Article::source, article -> article.publishedAt().iso())
        .containsExactly(
            tuple("NID123-1912-1110-0001-001", "Bridge opens", "NID123", "1912-11-10"),
            tuple("NID123-1912-1110-0001-002", "Ferry sold", "NID123", "1912-11-10"));
  }
}
