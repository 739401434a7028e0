package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TemporaryFolder;
import broadsheet.files.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The training run for the JVM's AOT cache (JEP 514), which the launcher makes once: a first visit,
 * from indexing the seed articles to the last page. Prints nothing.
 */
public final class AotTrainingRun {

  private static final List<String> SEARCHES =
      List.of("china", "antony blinken", "\"spy balloon\" OR beijing", "talk* -trade source:none");

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  private static final int MOST_PAGES = 24;

  private AotTrainingRun() {}

  public static void main(String[] args) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      String index = folder.path().resolve("index").toString();
      run(Writer.nullWriter(), "index", Home.seeds().toString(), "--index", index);
      run(Writer.nullWriter(), "--version");
      for (String search : SEARCHES) {
        run(Writer.nullWriter(), "search", search, "--index", index);
      }
      visit(serve(index));
    }
    System.exit(ExitCode.DONE);
  }

  private static void run(Writer out, String... args) {
    BroadsheetCommand.run(new PrintWriter(out, true), new PrintWriter(Writer.nullWriter()), args);
  }

  /** Starts a server that runs until the program ends. Returns its address. */
  private static URI serve(String index) throws IOException {
    PipedWriter out = new PipedWriter();
    try (BufferedReader said = new BufferedReader(new PipedReader(out))) {
      Thread.ofPlatform().daemon().start(() -> run(out, "serve", "--port", "0", "--index", index));
      String ready = said.readLine();
      return URI.create(ready.substring(ready.indexOf("http")));
    }
  }

  /** Requests pages and everything they link to, like a browser. */
  private static void visit(URI server) throws IOException {
    Deque<String> next = new ArrayDeque<>(List.of("/"));
    for (String search : SEARCHES) {
      String query = "?q=" + URLEncoder.encode(search, UTF_8);
      next.addAll(List.of("/search" + query, "/search.json" + query, "/suggest" + query));
    }
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty() && seen.size() < MOST_PAGES) {
      String address = next.removeFirst();
      if (seen.add(address)) {
        Matcher link = LINK.matcher(page(server.resolve(address)));
        while (link.find()) {
          next.add(link.group(1).replace("&amp;", "&"));
        }
      }
    }
  }

  private static String page(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Accept-Encoding", "gzip");
    try (InputStream body = connection.getInputStream()) {
      boolean isPacked = "gzip".equals(connection.getContentEncoding());
      return new String((isPacked ? new GZIPInputStream(body) : body).readAllBytes(), UTF_8);
    } catch (IOException e) {
      // The page of an error has nothing to follow.
      return "";
    }
  }
}
