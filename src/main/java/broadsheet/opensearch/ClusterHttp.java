package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to a cluster's nodes in turn: after a connection that fails, an overloaded node or a
 * fault, to the next one, until one answers or the time is up. Follows no redirects, so that
 * credentials reach the given hosts only. Thread-safe.
 */
final class ClusterHttp implements AutoCloseable {

  /** The header with the state of the archive that a question is about. */
  static final String STATE = "Broadsheet-State";

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);
  private static final long FIRST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 1_000;

  private final List<URI> hosts;
  private final ClusterAccess access;
  private final HttpClient client;
  private final ProbedCalls calls;

  /** The host that answered last. Another follows it when it fails. */
  private final AtomicInteger current = new AtomicInteger();

  private final AtomicLong retries = new AtomicLong();

  ClusterHttp(List<URI> hosts, ClusterAccess access) {
    this.hosts = hosts;
    this.access = access;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    access.tls().ifPresent(builder::sslContext);
    client = builder.build();
    calls = new ProbedCalls(client, access);
  }

  /**
   * The first reply that is worth no retry, else the last one when the time is up.
   *
   * @param limit the time limit for all tries together
   * @throws EngineException when no node answers, or one that cannot be trusted
   */
  Reply send(Call call, Duration limit) {
    return send(left -> call, reply -> !reply.isWorthRetrying(), limit);
  }

  /**
   * The first reply that is good enough, else the last one when the time is up. A call goes from
   * host to host, and there is a pause after all hosts were tried.
   *
   * @param call makes the call of one try, which may take so long
   * @param isGoodEnough may say so later of a reply that it refused at first
   */
  Reply send(Function<Duration, Call> call, Predicate<Reply> isGoodEnough, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Reply last = null;
    IOException failure = null;
    int first = current.get();
    for (int tries = 1; ; tries++) {
      int host = (first + tries - 1) % hosts.size();
      Duration left = tryLimit(end);
      try {
        last = sendTo(hosts.get(host), call.apply(left), left);
      } catch (IOException e) {
        failure = e;
      }
      if (last != null && isGoodEnough.test(last)) {
        return last;
      }
      current.compareAndSet(host, (host + 1) % hosts.size());
      if (!canPause(pauseAfter(tries), end)) {
        return orFail(last, failure, limit);
      }
      retries.incrementAndGet();
    }
  }

  /**
   * Deletes an index. Does nothing if there is none. On a busy cluster, a try that was given up may
   * still delete it, and the next one then finds that it is gone.
   */
  void deleteIndex(String index, Duration limit) {
    Reply reply = send(Call.delete("/" + index + "?ignore_unavailable=true"), limit);
    if (!reply.errorType().equals("index_not_found_exception")) {
      reply.orThrow();
    }
  }

  /** Twice as long after each round of the hosts, in milliseconds. */
  private long pauseAfter(int tries) {
    int rounds = tries / hosts.size();
    return tries % hosts.size() > 0
        ? 0
        : Math.min(FIRST_PAUSE_MS << Math.min(rounds - 1, 16), LONGEST_PAUSE_MS);
  }

  /** The number of hosts. */
  int hosts() {
    return hosts.size();
  }

  /** The number of retries so far. */
  long retries() {
    return retries.get();
  }

  /**
   * Half of the remaining time if another host could do better, so that a host that hangs is not
   * fatal.
   */
  private Duration tryLimit(long end) {
    Duration left = Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
    Duration half = left.dividedBy(hosts.size() > 1 ? 2 : 1);
    return half.compareTo(SHORTEST_TRY) < 0 ? min(left, SHORTEST_TRY) : half;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** One of the hosts, for any number. */
  URI host(int number) {
    return hosts.get(Math.floorMod(number, hosts.size()));
  }

  /**
   * The reply of one host.
   *
   * @throws EngineException when it cannot be trusted, or knows no such user
   */
  Reply sendTo(URI host, Call call, Duration limit) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(host.resolve(call.path()))
            .timeout(limit)
            .header("Accept", "application/json")
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    if (!call.type().isEmpty()) {
      request.header("Content-Type", call.type());
    }
    if (!call.state().isEmpty()) {
      request.header(STATE, call.state());
    }
    access.authorization().ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<byte[]> response = calls.send(request.build(), hosts.size() > 1);
      return known(new Reply(host, response.statusCode(), response.body()));
    } catch (SSLException e) {
      throw distrusted(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while the cluster was asked.", e);
    }
  }

  /** Refuses an answer that no node of our cluster gives. */
  private static Reply known(Reply reply) {
    return switch (reply.status()) {
      case 401 ->
          throw new EngineException(
              "The cluster does not know the user or password. Set %s and %s, or %s to a file."
                  .formatted(
                      ClusterAccess.USER, ClusterAccess.PASSWORD, ClusterAccess.CREDENTIALS));
      case 403 ->
          throw new ForbiddenException(
              "The cluster forbids this user what was asked: %s. The roles that users need are in docs/roles.yml."
                  .formatted(forbidden(reply.reason())));
      case 301, 302, 303, 307, 308 ->
          throw new EngineException(
              "%s redirects to another address, and redirects are not followed. Give the address of a node."
                  .formatted(reply.host()));
      default -> reply;
    };
  }

  /** In the words of the security plugin, but without the lists of what the user has. */
  private static String forbidden(String reason) {
    return reason.replaceFirst(" and User \\[name=([^,\\]]*).*", " as “$1”");
  }

  private static EngineException distrusted(URI host, SSLException failure) {
    return new EngineException(
        "%s does not prove who it is (%s). Set %s to the certificate of the authority that vouches for it."
            .formatted(host, failure.getMessage(), ClusterAccess.CA),
        failure);
  }

  /** Waits about that long, if there is the time. */
  private static boolean canPause(long millis, long end) {
    long time = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    if (System.nanoTime() + time * 1_000_000 >= end) {
      return false;
    }
    pause(Duration.ofMillis(time));
    return true;
  }

  /** Waits. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while waiting for the cluster.", e);
    }
  }

  /** The last reply; without one, the failure as an exception. */
  Reply orFail(@Nullable Reply last, @Nullable IOException failure, Duration limit) {
    if (last != null) {
      return last;
    }
    String hosts = String.join(", ", this.hosts.stream().map(URI::getAuthority).toList());
    String reason =
        "No node of the cluster answered within %s s (%s). Is it running?"
            .formatted(Math.max(1, limit.toSeconds()), hosts);
    throw failure == null ? new EngineException(reason) : new EngineException(reason, failure);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
