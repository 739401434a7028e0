package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a server whose user may not see all articles. */
@OnCluster
class SecuredPagesIT {

  private static final String ARCHIVE = "secured-pages";
  private static final int EACH = 4;

  /** Words of the hidden articles alone, which queries name in part or misspelt. */
  private static final List<String> SECRETS =
      List.of(
          "Zebulon",
          "Quillfeather",
          "Vladivostok",
          "Xylophia",
          "xylophones",
          "Hiddenleaf",
          "Secret harbour");

  private static final List<String> QUERIES =
      List.of(
          "",
          "harbour",
          "zebul*",
          "ferry zebulan quilfeather",
          "vladivostock",
          "source:hiddenlea",
          "topic:xyl*");

  private static final List<String> PAGES =
      List.of(
          "/search",
          "/search.json",
          "/search.csv",
          "/search.jsonl",
          "/search.atom",
          "/values.json",
          "/values.json?facet=person",
          "/values.json?facet=place",
          "/values.json?facet=topic",
          "/search.json?words=distinctive&counts=words",
          "/search.receipt.json",
          "/trends.json",
          "/words.json",
          "/collocates.json",
          "/frequencies.json",
          "/keywords.json",
          "/ngrams.json",
          "/suggest",
          "/corpus.json",
          "/corpus/files",
          "/issues",
          "/article/secret1",
          "/article/secret1/why",
          "/article/plain1.json",
          "/article/plain1/compare/secret1");

  @TempDir private Path folder;

  private final SecuredNode node = SecuredNode.shared();

  @Test
  void noPageNamesWhatIsHidden() throws Exception {
    Collection<ArticleRef> hidden = index();
    node.allowSearch(SecuredNode.RESTRICTED, SecuredNode.without(hidden));
    try (ClusterUser user = node.program(SecuredNode.RESTRICTED, ARCHIVE, folder);
        HttpClient client = HttpClient.newHttpClient()) {
      URI server = user.serve();
      assertThat(body(client, server.resolve("/search.json?q=harbour")))
          .contains("\"total\":{\"value\":4,");
      for (String query : QUERIES) {
        String q = "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        for (String page : PAGES) {
          URI address = server.resolve(page + (page.contains("?") ? "&" : "?") + q);
          assertThat(body(client, address)).as("%s", address).doesNotContain(SECRETS);
        }
      }
    }
  }

  private static String body(HttpClient client, URI address) throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s", address).isLessThan(500);
    return answer.body();
  }

  /** Returns the articles to hide. */
  private Collection<ArticleRef> index() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    List<String> hidden = List.of("Hiddenleaf", "Zebulon Quillfeather", "Xylophia", "Vladivostok");
    List<String> shown = List.of("Gazette", "Ruth Amsel", "trade", "Vienna");
    for (int i = 0; i < EACH; i++) {
      article(corpus, "plain" + i, "Plain harbour", shown);
      article(corpus, "secret" + i, "Secret harbour and xylophones", hidden);
    }
    try (ClusterUser admin = node.program(SecuredNode.ADMIN, ARCHIVE, folder)) {
      assertThat(admin.run("index", corpus.toString(), "--names").exitCode()).isZero();
    }
    try (SearchEngine all = node.search(SecuredNode.ADMIN, ARCHIVE)) {
      Collection<ArticleRef> found =
          all.refs(List.of("secret0", "secret1", "secret2", "secret3")).values();
      assertThat(found).hasSize(EACH);
      assertThat(all.suggest("zebul", 1)).isNotEmpty();
      return List.copyOf(found);
    }
  }

  private static void article(Path corpus, String id, String title, List<String> words)
      throws IOException {
    Files.writeString(
        corpus.resolve(id + ".jsonl"),
        """
        {"id": "%1$s", "title": "%2$s", "source": "%3$s", "people": ["%4$s"], "topics": ["%5$s"],\
         "text": "The ferry to %6$s left late, %4$s of the %5$s Company said. The strike goes on."}
        """
            .formatted(id, title, words.get(0), words.get(1), words.get(2), words.get(3)));
  }
}
