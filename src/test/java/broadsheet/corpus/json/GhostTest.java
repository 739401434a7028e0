package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables and fields as in https://docs.ghost.org/migration/custom, with the columns of
 * https://github.com/TryGhost/Ghost/blob/main/ghost/core/core/server/data/schema/schema.js, in the
 * alphabetical order of tables that an export has:
 * https://github.com/TryGhost/Ghost/blob/main/ghost/core/test/utils/fixtures/export/v4_export.json.
 */
class GhostTest {
  private static final String EXPORT =
      """
      {"db": [{"meta": {"exported_on": 1616560573131, "version": "5.75.0"}, "data": {
      "newsletters": [{"id": "n1", "name": "Harbour weekly", "status": "active"}],
      "posts": [
       {"id": "p1", "uuid": "9b8c", "title": "Bridge opens", "slug": "bridge-opens",
        "mobiledoc": null, "lexical": "{}", "html": "<p>It opened.</p><hr><p>Trains follow.</p>",
        "comment_id": "p1", "plaintext": "It opened. Trains follow.", "featured": 0,
        "type": "post", "status": "published", "locale": null, "visibility": "paid",
        "email_recipient_filter": "all", "created_at": "2024-01-10T08:00:00.000Z",
        "updated_at": "2024-02-01T08:00:00.000Z", "published_at": "2024-01-11T09:00:00.000Z",
        "custom_excerpt": "A year late", "canonical_url": "https://harbour.example/bridge/"},
       {"id": "p2", "title": "Half", "html": null, "type": "post", "status": "draft"},
       {"id": "p3", "title": "Later", "html": "<p>x</p>", "type": "post", "status": "scheduled"},
       {"id": "p4", "title": "About", "html": "<p>x</p>", "type": "page", "status": "published"},
       {"id": "p5", "title": "To subscribers", "html": "<p>By mail only.</p>", "type": "post",
        "status": "sent", "published_at": "2024-01-12T09:00:00.000Z"}],
      "posts_authors": [
       {"id": "1", "post_id": "p1", "author_id": "u2", "sort_order": 1},
       {"id": "2", "post_id": "p1", "author_id": "u1", "sort_order": 0},
       {"id": "3", "post_id": "p5", "author_id": "u2", "sort_order": 0}],
      "posts_meta": [
       {"id": "m1", "post_id": "p1", "meta_title": null,
        "feature_image_caption": "The <em>new</em> bridge"}],
      "posts_tags": [
       {"id": "1", "post_id": "p1", "tag_id": "t1", "sort_order": 0},
       {"id": "2", "post_id": "p1", "tag_id": "t2", "sort_order": 1}],
      "settings": [
       {"id": "s1", "group": "site", "key": "title", "value": "Harbour Mail", "type": "string"},
       {"id": "s2", "group": "site", "key": "description", "value": "x", "type": "string"}],
      "tags": [
       {"id": "t1", "name": "Shipping", "slug": "shipping", "visibility": "public"},
       {"id": "t2", "name": "#wide", "slug": "hash-wide", "visibility": "internal"}],
      "users": [
       {"id": "u1", "name": "Ada Rivers", "email": "ada@harbour.example", "status": "active"},
       {"id": "u2", "name": "Ben Brook", "email": "ben@harbour.example", "status": "active"}]
      }}]}
      """;

  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "export.json", json);
  }

  @Test
  void publishedPostIsAnArticleWithWhatTheTablesSayOfIt() {
    Article article = read(EXPORT).articles().getFirst();
    assertThat(article.id()).isEqualTo("p1");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Ben Brook");
    assertThat(article.topics()).containsExactly("Shipping");
    assertThat(article.captions()).containsExactly("The new bridge");
    assertThat(article.source()).isEqualTo("Harbour Mail");
    assertThat(article.url()).isEqualTo("https://harbour.example/bridge/");
    assertThat(article.publishedAt().iso()).startsWith("2024-01-11T09:00");
  }

  @Test
  void draftsAndPagesAreSkipped() {
    Reading reading = read(EXPORT);
    assertThat(reading.articles()).extracting(Article::id).containsExactly("p1", "p5");
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(
            Tuple.tuple("not published", "draft"),
            Tuple.tuple("not published", "scheduled"),
            Tuple.tuple("not a post", "page"));
  }

  /** Source: https://github.com/TryGhost/Ghost/blob/main/ghost/core/test/utils/fixtures/export. */
  @Test
  void olderExportMarksPagesAndHasOneAuthorInEachPost() {
    Reading reading =
        read(
            """
            {"meta": {"exported_on": 1408552443891, "version": "003"}, "data": {
            "posts": [
             {"id": 5, "title": "Bridge opens", "html": "<p>It opened.</p>", "page": 0,
              "status": "published", "language": "en_US", "author_id": 1,
              "published_at": 1283780649000},
             {"id": 6, "title": "About", "html": "<p>x</p>", "page": 1, "status": "published"},
             {"id": 7, "title": "Imprint", "html": "<p>x</p>", "page": true,
              "status": "published"}],
            "users": [{"id": 1, "name": "Ada Rivers"}]}}
            """);
    Article article = reading.only();
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.language()).isEqualTo("en-US");
    assertThat(article.publishedAt().iso()).startsWith("2010-09-06");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("not a post");
  }

  @Test
  void brokenExportGivesThePostsBeforeTheBreak() {
    Reading reading = read(EXPORT.substring(0, EXPORT.indexOf("\"posts_meta\"")));
    assertThat(reading.articles()).extracting(Article::id).containsExactly("p1", "p5");
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }
}
