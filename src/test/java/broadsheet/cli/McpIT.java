package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.release.Release;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the real program with the client of the protocol's own library. */
class McpIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void indexTwoArticles() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    index = folder.resolve("index");
    Files.writeString(
        corpus.resolve("news.jsonl"),
        """
        {"id": "pier", "title": "A pier", "text": "The tide took the pier.", "date": "1987-03-04"}
        {"id": "crop", "title": "A crop", "text": "The frost took the crop.", "date": "1987-04-05"}
        """);
    done("index", corpus.toString());
    done("list", "add", "Harbour story", "pier");
  }

  private void done(String... args) {
    Program.Ended ended = Program.on(index, args);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private McpSyncClient client(String... options) {
    List<String> command =
        Program.command(
            Path.of("").toAbsolutePath(), "mcp", "--index", index.toString(), "--time-limit", "20");
    command.addAll(List.of(options));
    ServerParameters program =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .build();
    return McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper()))
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE)
        .build();
  }

  private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    assertThat(result.isError()).as(result.toString()).isFalse();
    return ((TextContent) result.content().getFirst()).text();
  }

  @Smoke
  @Test
  void clientOfTheLibraryUsesEveryTool() {
    try (McpSyncClient client = client("--public-url", "https://news.example.org/")) {
      assertThat(client.initialize().serverInfo())
          .returns("broadsheet", Implementation::name)
          .returns(Release.current().toString(), Implementation::version);
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .containsExactlyInAnyOrder(
              "search",
              "read_article",
              "count_over_time",
              "words_in_context",
              "collocates",
              "name",
              "verify_quotes",
              "describe_archive");
      assertThat(text(client, "describe_archive", Map.of())).contains("\"articles\":2");
      assertThat(text(client, "search", Map.of("query", "tide piers")))
          .contains(
              "\"reading\":\"tide and piers\"",
              "\"id\":\"pier\"",
              "https://news.example.org/article/pier");
      assertThat(text(client, "read_article", Map.of("id", "crop"))).contains("The frost took");
      assertThat(text(client, "count_over_time", Map.of("queries", List.of("took"))))
          .contains("\"start\":\"1987-03", "\"start\":\"1987-04");
      assertThat(text(client, "search", Map.of("query", "list:\"harbour story\"")))
          .contains("\"articles\":1", "\"id\":\"pier\"");
    }
  }

  @Test
  void clientSeesWhatAnUpdateAdds() throws Exception {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertThat(text(client, "search", Map.of("query", "barley"))).contains("\"articles\":0");
      Files.writeString(folder.resolve("corpus/late.txt"), "Barley\n\nBarley is dear.\n");
      done("index", "--update");
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!text(client, "search", Map.of("query", "barley")).contains("\"articles\":1")) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(200);
      }
    }
  }

  @Test
  void withoutAnIndexItSaysSoAndPrintsNothing() throws Exception {
    Program.run("mcp", "--index", folder.resolve("none").toString()).assertRefused();
  }

  @Test
  void whenTheInputEndsTheProgramEnds() throws Exception {
    Program.Ended ended = Program.run("mcp", "--index", index.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
  }
}
