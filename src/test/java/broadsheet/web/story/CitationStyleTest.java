package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationStyleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final String ADDRESS = "https://lantern.example/pier";

  private static ArticleBuilder pier() {
    return Article.withId("pier-1")
        .title("Harbour board votes to reopen the old grain pier")
        .source("The Evening Lantern")
        .publishedAt(PublicationDate.stated("1987-02-26T15:01:01"));
  }

  private static String cited(CitationStyle style, ArticleBuilder article) {
    return style.of(article.build(), ADDRESS, TODAY);
  }

  @Test
  void twoAuthorsAndADay() {
    ArticleBuilder article = pier().authors(List.of("Ruth Amsel", "Piet van Doorn"));
    assertThat(cited(CitationStyle.CHICAGO, article))
        .isEqualTo(
            "Amsel, Ruth, and Piet van Doorn. “Harbour board votes to reopen the old grain pier.”"
                + " The Evening Lantern, February 26, 1987. Accessed November 5, 2026."
                + " https://lantern.example/pier.");
    assertThat(cited(CitationStyle.APA, article))
        .isEqualTo(
            "Amsel, R., & van Doorn, P. (1987, February 26). Harbour board votes to reopen the old"
                + " grain pier. The Evening Lantern. Retrieved November 5, 2026, from"
                + " https://lantern.example/pier");
    assertThat(cited(CitationStyle.MLA, article))
        .isEqualTo(
            "Amsel, Ruth, and Piet van Doorn. “Harbour board votes to reopen the old grain pier.”"
                + " The Evening Lantern, 26 February 1987, https://lantern.example/pier. Accessed"
                + " 5 November 2026.");
  }

  @Test
  void noAuthorAndNoDate() {
    ArticleBuilder article = Article.withId("a").title("Who reopened the pier?");
    assertThat(cited(CitationStyle.CHICAGO, article))
        .startsWith("“Who reopened the pier?” n.d. Accessed");
    assertThat(cited(CitationStyle.APA, article))
        .startsWith("Who reopened the pier? (n.d.). Retrieved");
    assertThat(cited(CitationStyle.MLA, article))
        .isEqualTo(
            "“Who reopened the pier?” https://lantern.example/pier. Accessed 5 November 2026.");
  }

  @Test
  void dateIsAsPreciseAsKnownAndManyAuthorsAreCutShort() {
    ArticleBuilder article =
        pier()
            .publishedAt(PublicationDate.stated("1987-02"))
            .authors(List.of("Ruth Amsel", "Piet van Doorn", "Olive Penrose"));
    assertThat(cited(CitationStyle.APA, article))
        .startsWith("Amsel, R., van Doorn, P., & Penrose, O. (1987, February). ");
    assertThat(cited(CitationStyle.MLA, article))
        .startsWith("Amsel, Ruth, et al. “")
        .contains("Lantern, February 1987, ");
    assertThat(cited(CitationStyle.CHICAGO, pier().publishedAt(PublicationDate.stated("1987"))))
        .contains("The Evening Lantern, 1987. ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ruth Amsel | Amsel, Ruth | Amsel, R.",
        "Piet van der Doorn | van der Doorn, Piet | van der Doorn, P.",
        "Jean-Paul Sartre | Sartre, Jean-Paul | Sartre, J.-P.",
        "J. R. Ackerley | Ackerley, J. R. | Ackerley, J. R.",
        "@handle | @handle | @handle",
        "Reuters | Reuters | Reuters",
        "Smith, John | Smith, John | Smith, John",
        "王小明 | 王小明 | 王小明",
        "Desk 5 | Desk 5 | Desk 5",
      })
  void namesAreInvertedWhereTheyAreNamesOfPeople(
      String printed, String inverted, String initialled) {
    assertThat(PersonName.of(printed).inverted()).isEqualTo(inverted);
    assertThat(PersonName.of(printed).withInitials()).isEqualTo(initialled);
    assertThat(PersonName.of(printed).inOrder()).isEqualTo(printed);
  }
}
