package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hedged reads of documents. Where one takes long, the same is asked beside it in another way: of
 * another host, and for another copy, since either may hang. The first good answer counts, and its
 * way is the first one next time. Thread-safe.
 */
final class HedgedReads {

  /** Longer than nearly all answers take. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final long FIRST_PAUSE_MS = 50;
  private static final long LONGEST_PAUSE_MS = 1_000;

  /** The copies to prefer, as OpenSearch names them. */
  private static final List<String> COPIES = List.of("_local", "_replica_first", "_primary_first");

  private final ClusterHttp http;

  /** A way: all hosts for the first copies, then all for the next ones. */
  private final AtomicInteger first = new AtomicInteger();

  HedgedReads(ClusterHttp http) {
    this.http = http;
  }

  /** A reply, or none where the host cannot be reached, to a call that was sent in a way. */
  private record Answer(int way, @Nullable Reply reply, @Nullable IOException failure) {}

  /**
   * The first reply that is good enough, else the last one when the time is up.
   *
   * @param call makes the call for the copies to prefer
   * @throws EngineException when no node answers, or one that cannot be trusted
   */
  Reply read(Function<String, Call> call, Predicate<Reply> isGoodEnough, Duration limit) {
    Round round = new Round(call, System.nanoTime() + limit.toNanos());
    int best = first.get();
    int most = COPIES.size() * http.hosts();
    long pause = FIRST_PAUSE_MS;
    long patience = PATIENCE.toNanos();
    Answer last = new Answer(best, null, null);
    try {
      for (int tries = 0; round.left() > 0; ) {
        if (tries < most) {
          round.send(way(best, tries++));
        }
        Answer answer = round.next(tries < most ? Math.min(patience, round.left()) : round.left());
        // Or a busy cluster would be asked ever more.
        patience *= answer == null && tries > http.hosts() ? 2 : 1;
        if (answer != null && answer.reply() != null && isGoodEnough.test(answer.reply())) {
          first.set(answer.way());
          return answer.reply();
        }
        if (answer != null && (answer.reply() != null || last.reply() == null)) {
          last = answer; // what a host said tells more than that it fell silent
        }
        if (round.isOver() && tries == most) {
          ClusterHttp.pause(Duration.ofMillis(pause));
          pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
          tries = 0;
        }
      }
      return http.orFail(last.reply(), last.failure(), limit);
    } finally {
      round.close();
    }
  }

  /** The best way first, then all others in order. */
  private static int way(int best, int number) {
    return number == 0 ? best : number <= best ? number - 1 : number;
  }

  /** The tries that wait for an answer. */
  private final class Round {

    private final Function<String, Call> call;
    private final long end;
    private final List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param end in {@link System#nanoTime}
     */
    Round(Function<String, Call> call, long end) {
      this.call = call;
      this.end = end;
    }

    long left() {
      return end - System.nanoTime();
    }

    boolean isOver() {
      return waiting.isEmpty();
    }

    void send(int way) {
      URI host = http.host(way);
      Call asked = call.apply(COPIES.get(way / http.hosts() % COPIES.size()));
      waiting.add(
          CompletableFuture.supplyAsync(
              () -> answer(way, host, asked), task -> threads.add(Thread.ofVirtual().start(task))));
    }

    private Answer answer(int way, URI host, Call asked) {
      try {
        Duration left = Duration.ofNanos(Math.max(left(), 1));
        return new Answer(way, http.sendTo(host, asked, left), null);
      } catch (IOException e) {
        return new Answer(way, null, e);
      }
    }

    /**
     * The next answer; null if there is none within a time. Waits for a future, because the caller
     * may be the thread that completes those of the HTTP client, which it then does meanwhile.
     */
    @Nullable Answer next(long nanos) {
      try {
        CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
            .get(nanos, TimeUnit.NANOSECONDS);
        int done = 0;
        while (!waiting.get(done).isDone()) {
          done++;
        }
        return waiting.remove(done).get();
      } catch (TimeoutException _) {
        return null;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof EngineException refusal
            ? refusal
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException("Interrupted while the cluster was asked.", e);
      }
    }

    /** Gives up the others. */
    void close() {
      threads.forEach(Thread::interrupt);
    }
  }
}
