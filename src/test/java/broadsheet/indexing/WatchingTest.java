package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.SearchEngine;
import broadsheet.ledger.WatchState;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch keeps the articles it cannot see for now, and continues in any event. */
class WatchingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FILES = 25;

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  private Path source(String name, int files) throws IOException {
    Path source = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < files; i++) {
      article(source.resolve(i + ".txt"), name + i);
    }
    return source;
  }

  private static void article(Path file, String subject) throws IOException {
    Files.writeString(file, "All about " + subject + "\n\nThere was some " + subject + " today.\n");
  }

  private Path index(Path... sources) {
    Path index = folder.resolve("index");
    new Indexing(index, List.of(sources), IndexingScope.Manner.USUAL, false)
        .run(new IndexingLog(new PrintWriter(err), Progress.Display.NONE));
    return index;
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time; it said: " + err).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void emptiedSourceKeepsItsArticlesAndOthersAreTakenIn() throws Exception {
    Path files = source("one/files", FILES);
    Path one = folder.resolve("one");
    Path two = source("two", 1);
    Path index = index(one, two);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
        Watching watching = Watching.start(index, List.of(), engine, new PrintWriter(err, true))) {
      await(() -> watching.state().status() == WatchState.Status.RUNNING);
      Files.move(files, folder.resolve("elsewhere")); // all at once
      await(() -> watching.state().status() == WatchState.Status.TROUBLED);
      article(two.resolve("new.txt"), "hail");
      await(() -> engine.articleCount() == FILES + 2);
      assertThat(watching.state().reason())
          .isEqualTo("one lost most of its articles at once, so they stay in the index.");
      assertThat(err.toString()).containsOnlyOnce("would keep 0 of 25");
    }
  }

  @Test
  void sourceThatIsNotThereIsReported() throws Exception {
    Path one = source("one", 2);
    Path two = source("two", 1);
    Path index = index(one, two);
    Files.move(one, folder.resolve("elsewhere"));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
        Watching watching = Watching.start(index, List.of(), engine, new PrintWriter(err, true))) {
      await(() -> watching.state().status() == WatchState.Status.TROUBLED);
      assertThat(watching.state().reason())
          .isEqualTo("one is missing; its articles stay in the index.");
      assertThat(engine.articleCount()).isEqualTo(3);
    }
  }

  @Test
  void unforeseenExceptionIsToldOnceAndTheWatchGoesOn() throws Exception {
    Path one = source("one", 1);
    Path index = index(one);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
        Watching watching =
            Watching.start(index, List.of(), failingFirst(engine, 2), new PrintWriter(err, true))) {
      await(() -> watching.state().status() == WatchState.Status.TROUBLED);
      assertThat(watching.state().reason()).contains("cannot be indexed");
      article(one.resolve("new.txt"), "hail");
      await(() -> engine.articleCount() == 2);
      await(() -> watching.state().status() == WatchState.Status.RUNNING);
      assertThat(err.toString()).containsOnlyOnce("unexpected error");
    }
  }

  @Test
  void watchThatIsClosedSaysSo() throws Exception {
    Path index = index(source("one", 1));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      Watching watching = Watching.start(index, List.of(), engine, new PrintWriter(err, true));
      watching.close();
      assertThat(watching.state().status()).isEqualTo(WatchState.Status.STOPPED);
    }
  }

  /** An engine whose first calls fail unexpectedly. */
  private static SearchEngine failingFirst(SearchEngine engine, int calls) {
    AtomicInteger left = new AtomicInteger(calls);
    return (SearchEngine)
        Proxy.newProxyInstance(
            SearchEngine.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class},
            (proxy, method, args) -> {
              if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("no reason at all");
              }
              try {
                return method.invoke(engine, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
