package broadsheet.corpus.feed;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BloggerTest {
  @TempDir Path folder;

  private static String entry(String id, String inner) {
    return "<entry><id>"
        + id
        + "</id><title>"
        + id
        + "</title>"
        + inner
        + "<content type=\"html\">&lt;p&gt;It opened.&lt;/p&gt;</content></entry>";
  }

  private static String kind(String kind) {
    return "<category scheme=\"http://schemas.google.com/g/2005#kind\""
        + " term=\"http://schemas.google.com/blogger/2008/kind#"
        + kind
        + "\"/>";
  }

  @Test
  void onlyPublishedPostsAreArticles() {
    String draft = "<app:control><app:draft>yes</app:draft></app:control>";
    Reading reading =
        Reading.of(
            folder,
            "blog.xml",
            "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\""
                + " xmlns:app=\"http://purl.org/atom/app#\""
                + " xmlns:blogger=\"http://schemas.google.com/blogger/2018\"><title>Harbour"
                + " Blog</title>"
                + entry("post", kind("post"))
                + entry("settings", kind("settings"))
                + entry("comment", kind("comment"))
                + entry("draft", kind("post") + draft)
                + entry(
                    "new post",
                    "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>")
                + entry(
                    "new draft",
                    "<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>")
                + "</feed>");
    assertThat(reading.articles())
        .extracting(article -> article.title())
        .containsExactly("post", "new post");
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(
            Tuple.tuple("not a post", "settings"),
            Tuple.tuple("not a post", "comment"),
            Tuple.tuple("not published", "draft"),
            Tuple.tuple("not published", "draft"));
  }
}
