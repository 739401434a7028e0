package broadsheet.opensearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests, and probes whether a host that takes long is alive. One that hangs is given up
 * long before the time limit; one that works on its answer is not asked twice. Thread-safe.
 */
record ProbedCalls(HttpClient client, ClusterAccess access) {

  private static final Duration FIRST_LOOK = Duration.ofMillis(300);
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

  /** A host that says nothing for so long hangs. */
  private static final Duration SIGN_OF_LIFE = Duration.ofMillis(700);

  private static final long LONGEST_BODY = 512L << 20;

  /**
   * The answer to a request.
   *
   * @param isWatched whether to give up on a host that hangs
   * @throws IOException if there is none
   */
  HttpResponse<byte[]> send(HttpRequest request, boolean isWatched)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
    try {
      Duration look = FIRST_LOOK;
      while (isWatched && !isThere(answer, look)) {
        if (!isAlive(request.uri())) {
          throw new HttpTimeoutException(request.uri().getAuthority() + " hangs");
        }
        look = NEXT_LOOK;
      }
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (CancellationException e) {
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean isThere(CompletableFuture<?> answer, Duration look)
      throws InterruptedException {
    try {
      answer.get(look.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return answer.isDone();
    } catch (ExecutionException | CancellationException _) {
      return true;
    }
  }

  /** Whether a host says anything at all, be it that it is overloaded. */
  private boolean isAlive(URI host) throws InterruptedException {
    HttpRequest.Builder question =
        HttpRequest.newBuilder(host.resolve("/")).timeout(SIGN_OF_LIFE).GET();
    access.authorization().ifPresent(value -> question.header("Authorization", value));
    try {
      client.send(question.build(), BodyHandlers.discarding());
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
