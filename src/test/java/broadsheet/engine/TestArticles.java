package broadsheet.engine;

import broadsheet.article.Article;
import java.util.List;

/** Articles with little more than a text. */
public final class TestArticles {
  private TestArticles() {}

  /** An English article with this id and body, one paragraph per element. */
  public static Article article(String id, String... paragraphs) {
    return article("en", id, List.of(paragraphs));
  }

  /** An article in a language; its tag is empty if unknown. */
  public static Article article(String language, String id, List<String> paragraphs) {
    return Article.withId(id)
        .title("Untold " + id)
        .paragraphs(paragraphs)
        .language(language)
        .build();
  }
}
