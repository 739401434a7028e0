package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Searches continuously and checks every answer: it must arrive, have hits, and come entirely from
 * one generation.
 */
final class Reader implements AutoCloseable {

  private final Serving serving;
  private final Generations generations;

  /** Leaves the processors to the program under test. */
  private static final int PAUSE_MS = 10;

  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean isDone;

  Reader(Serving serving, Generations generations) {
    this.serving = serving;
    this.generations = generations;
    thread = Thread.ofPlatform().daemon().name("reader").start(this::read);
  }

  private void read() {
    try {
      while (!isDone) {
        generation();
        answers.incrementAndGet();
        Thread.sleep(PAUSE_MS);
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }

  /** The generation being served. */
  int generation() throws IOException, InterruptedException {
    JsonNode answer = serving.json("/search.json?q=always");
    long total = answer.at("/total/value").asLong();
    assertThat(total).as("hits").isPositive();
    int generation = generations.ofSize(total);
    assertThat(answer.get("hits"))
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.get("id").asText()).startsWith("g" + generation + "-"));
    JsonNode sections = answer.at("/facets/section");
    assertThat(sections).hasSize(1);
    assertThat(sections.at("/0/value").asText()).isEqualTo("generation" + generation);
    assertThat(sections.at("/0/count").asLong()).isEqualTo(total);
    return generation;
  }

  /** Waits until a generation is served. */
  void awaitGeneration(int generation, Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    int seen = generation();
    while (seen != generation) {
      assertThat(System.nanoTime())
          .as("generation %s served, not %s, within %s", generation, seen, patience)
          .isLessThan(end);
      Thread.sleep(20);
      seen = generation();
    }
  }

  /** Asserts that every answer so far was correct. */
  void assertContent() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError(
          "after " + answers + " good answers: " + thrown.getMessage(), thrown);
    }
    assertThat(answers.get()).as("answers").isGreaterThan(10);
  }

  @Override
  public void close() {
    isDone = true;
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(thread.isAlive()).as("still waiting for an answer").isFalse();
  }
}
