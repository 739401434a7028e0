package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of WordPress's API as in https://developer.wordpress.org/rest-api/reference/. */
class WordPressTest {
  private static final String POSTS =
      """
      [{"id": 7, "date": "2024-05-14T00:30:00", "date_gmt": "2024-05-13T22:30:00",
       "status": "publish", "type": "post", "link": "https://a.example/bridge/",
       "title": {"rendered": "New bridge opens"}, "content": {"rendered": "<p>It opened.</p>"},
       "author": 2, "featured_media": 3, "categories": [5], "tags": [6]}]
      """;

  @TempDir Path folder;

  private void write(String name, String content) throws java.io.IOException {
    Files.writeString(folder.resolve(name), content);
  }

  @Test
  void postsAreJoinedWithTheFilesBesideThemByNumber() throws java.io.IOException {
    write("posts.json", POSTS);
    write("users.json", "[{\"id\": 2, \"name\": \"Ada Rivers\", \"description\": \"Writes.\"}]");
    write("categories.json", "[{\"id\": 5, \"name\": \"Town\", \"taxonomy\": \"category\"}]");
    write("tags.json", "[{\"id\": 6, \"name\": \"Shipping\", \"taxonomy\": \"post_tag\"}]");
    write(
        "media.json",
        """
        [{"id": 3, "date": "2024-05-13T22:30:00", "date_gmt": "2024-05-13T22:30:00",
          "type": "attachment", "title": {"rendered": "bridge-1"},
          "caption": {"rendered": "<p>The first train</p>"}}]
        """);
    Article article = Reading.of(folder).only();
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.section()).isEqualTo("Town");
    assertThat(article.topics()).containsExactly("Town", "Shipping");
    assertThat(article.captions()).containsExactly("The first train");
  }

  @Test
  void postsAloneAreReadAndKeysAreNoAuthors() {
    String terms =
        POSTS.replace(
            "\"author\": 2",
            "\"author\": 2, \"_embedded\": {\"wp:term\": [[{\"name\": \"ada-rivers-2\","
                + " \"taxonomy\": \"author\"}]]}, \"yoast_head_json\": {\"author\": \"Ada\"}");
    assertThat(Reading.of(folder, "posts.json", POSTS).only().authors()).isEmpty();
    assertThat(Reading.of(folder, "posts.json", terms).only().authors()).containsExactly("Ada");
  }
}
