package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RichContentTest {
  @TempDir Path folder;

  /** Nodes as in https://dev.wix.com/docs/ricos/api-reference/ricos-document. */
  @Test
  void nodesOfWixAreParagraphsAndCaptions() {
    Article article =
        Reading.of(
                folder,
                "posts.json",
                """
                {"posts": [{"id": "a", "title": "New bridge opens", "excerpt": "Late",
                  "contentText": "x", "firstPublishedDate": "2024-05-13T22:30:00Z",
                  "richContent": {"nodes": [
                   {"type": "PARAGRAPH", "id": "1", "nodes": [
                    {"type": "TEXT", "id": "", "nodes": [], "textData": {"text": "It <", "decorations": []}},
                    {"type": "TEXT", "id": "", "nodes": [], "textData": {"text": "opened."}}]},
                   {"type": "IMAGE", "id": "2", "nodes": [], "imageData": {"caption": "The first train"}},
                   {"type": "BULLETED_LIST", "id": "3", "nodes": [{"type": "LIST_ITEM", "id": "4",
                    "nodes": [{"type": "PARAGRAPH", "id": "5", "nodes": [
                     {"type": "TEXT", "textData": {"text": "Trains follow."}}]}]}]}]}},
                 {"id": "b", "title": "Half", "status": "UNPUBLISHED", "richContent": {"nodes": []}}]}
                """)
            .only();
    assertThat(article.paragraphs()).containsExactly("It <opened.", "Trains follow.");
    assertThat(article.captions()).containsExactly("The first train");
  }

  /** Fields as in https://github.com/TryGhost/migrate/tree/main/packages/mg-chorus/test. */
  @Test
  void componentsOfChorusAreOneText() {
    Article article =
        Reading.of(
                folder,
                "entry.json",
                """
                {"uid": "Entry:0969db64", "title": "New bridge opens", "dek": {"html": "A year late"},
                 "createdAt": "2024-05-13T22:30:00.000Z", "url": "https://a.example/bridge",
                 "author": {"fullOrUserName": "ada"}, "authorProfile": {"name": "Ada Rivers"},
                 "contributors": [{"fullOrUserName": "Ben Brook"}],
                 "communityGroups": [{"name": "Town"}, {"name": "Shipping"}],
                 "body": {"components": [
                  {"__typename": "EntryBodyParagraph", "contents": {"html": "It <em>opened</em>."}},
                  {"__typename": "EntryBodyImage", "image": {"caption": {"plaintext": "The first train"}}},
                  {"__typename": "EntryBodyRelatedList", "items": [{"title": "Ferry sold"}]},
                  {"__typename": "EntryBodyList", "items": [{"line": {"html": "Trains follow."}}]}]}}
                """)
            .only();
    assertThat(article.id()).isEqualTo("Entry-0969db64");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.captions()).containsExactly("The first train");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Ben Brook");
    assertThat(article.section()).isEqualTo("Town");
    assertThat(article.topics()).containsExactly("Town", "Shipping");
  }

  /** Columns as in https://github.com/TryGhost/migrate/tree/main/packages/mg-wix-csv/src/test. */
  @Test
  void tableOfWixGivesItsPublishedPosts() {
    String nodes =
        "{'nodes':[{'type':'PARAGRAPH','nodes':[{'type':'TEXT','textData':{'text':'It opened.'}}]}]}"
            .replace("'", "\"\"");
    Reading reading =
        Reading.of(
            folder,
            "posts.csv",
            "Author,Main Category,Title,Excerpt,ID,Tags,Slug,Plain Content,Published"
                + " Date,Categories,Rich Content,Post Page URL,Internal ID\n"
                + "Ada Rivers,Town,New bridge opens,Late,p1,\"[\"\"1f\"\"]\",bridge,It,"
                + "2024-05-13T22:30:00Z,Shipping,\""
                + nodes
                + "\",/post/bridge,i1\n,,Half,,p2,[],,Not yet.,,,not-json,/post/half,i2\n");
    Article article = reading.only();
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.section()).isEqualTo("Town");
    assertThat(article.topics()).containsExactly("Shipping");
    assertThat(article.url()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsEntry("not published", 1L);
  }
}
