package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.LuceneSearchEngine;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups while a server saves searches and keeps lists, and its watch commits updates. */
@Timeout(180)
class BackupIT {

  private static final int BACKUPS = 6;

  @TempDir private Path temporary;

  @Test
  void eachBackupIsOneStateOfIndexAndDesk() throws Exception {
    Path folder = temporary.toRealPath();
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Path index = folder.resolve("index");
    write(articles, 0);
    Program.done(index, "index", articles.toString());
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicInteger number = new AtomicInteger();
    int matches = 0;
    try (Serving serving = Serving.of(index, "--watch")) {
      Thread writer =
          Thread.ofPlatform().start(() -> keepWriting(serving, articles, number, isOver));
      for (int i = 0; i < BACKUPS; i++) {
        int begun = number.get();
        while (number.get() < begun + 2) {
          Thread.sleep(10);
        }
        Path backup = folder.resolve("backup" + i);
        Program.done(index, "backup", backup.toString());
        Program.done(index, "check", backup.toString());
        matches += assertOneState(backup.resolve("index"));
      }
      isOver.set(true);
      writer.join();
    }
    assertThat(number.get()).isGreaterThan(BACKUPS);
    assertThat(matches).as("updates that brought new articles were backed up").isPositive();
  }

  /**
   * No saved search knows of a later state than the index has. Returns the number of new articles.
   */
  private static int assertOneState(Path index) {
    int matches = 0;
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      for (SavedSearch saved : Desks.open(index).searches().all()) {
        assertThat(saved.since()).isLessThanOrEqualTo(engine.state());
        matches += AlertMatches.of(engine, saved).size();
      }
    }
    return matches;
  }

  private static void keepWriting(
      Serving serving, Path articles, AtomicInteger number, AtomicBoolean isOver) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isOver.get()) {
        int next = number.incrementAndGet();
        post(client, serving.address(), "/alerts", "q=" + encoded("time " + next + " OR pier"));
        post(client, serving.address(), "/lists/put", "name=List" + next + "&article=0");
        write(articles, next);
        Thread.sleep(150);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static void post(HttpClient client, URI server, String path, String form)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", server.toString().replaceAll("/$", ""))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private static void write(Path articles, int number) throws Exception {
    Files.writeString(
        articles.resolve(number + ".txt"),
        "Pier reopens for time " + number + "\n\nShip " + number + " came.\n");
  }
}
