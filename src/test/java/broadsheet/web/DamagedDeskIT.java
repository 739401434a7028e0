package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.ReadingList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A server whose desk is damaged: its pages say so, and searching goes on. */
class DamagedDeskIT {

  @Test
  void damagedListsAreUnavailableAndSearchingGoesOn() throws Exception {
    try (TestServer server = TestServer.over(SampleArticles.all())) {
      ReadingList list = server.desk().lists().create("", "Harbour");
      server.desk().searches().add("q=tide", "tide", 0);
      server.desk().readMarks().turnOn("");
      Path desk = server.folder().resolveSibling(server.folder().getFileName() + ".desk");
      for (String name : new String[] {"lists.db", "searches.db"}) {
        Path file = desk.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] headless = whole.clone();
        Arrays.fill(headless, 0, 4, (byte) 0);
        for (byte[] damaged : new byte[][] {headless, new byte[0], Arrays.copyOf(whole, 5_000)}) {
          Files.write(file, damaged);
          assertUnavailable(server, name, list);
          assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
        Files.delete(file);
        assertUnavailable(server, name, list);
        assertThat(file).doesNotExist();
        Files.write(file, whole);
      }
      assertThat(server.get("/lists").statusCode()).isEqualTo(200);
      assertThat(server.get("/alerts").statusCode()).isEqualTo(200);
    }
  }

  private static void assertUnavailable(TestServer server, String name, ReadingList list)
      throws Exception {
    boolean isLists = name.startsWith("lists");
    String[] unavailable =
        isLists
            ? new String[] {
              "/lists", "/lists.json", "/lists/" + list.id(), "/search?q=list:Harbour"
            }
            : new String[] {"/alerts", "/alerts.json"};
    for (String path : unavailable) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(503);
      assertThat(server.get(path).body()).as(path).doesNotContain(server.folder().toString());
    }
    for (String path :
        new String[] {"/", "/search?q=tide", "/search.json?q=tide", "/corpus", "/healthz"}) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }
}
