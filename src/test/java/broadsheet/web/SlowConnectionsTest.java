package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;

class SlowConnectionsTest {

  private static final int MOST = 20;
  private static final int THREADS = 16;
  private static final int OPENED_BY_EACH = 2_000;

  private final SlowConnections connections =
      new SlowConnections(MOST, Duration.ofMinutes(1), new ScheduledExecutorScheduler());

  /** Reports that it is closed as soon as it is. */
  private final class Slow {
    private final Connection connection = proxy(Connection.class, "getEndPoint", this::endPoint);

    private Object endPoint() {
      return proxy(
          EndPoint.class,
          "close",
          () -> {
            connections.onClosed(connection);
            return null;
          });
    }
  }

  @SuppressWarnings("ReferenceEquality") // a connection equals itself alone
  private static <T> T proxy(Class<T> type, String name, Callable<?> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> {
                    assertThat(method.getName()).isEqualTo(name);
                    yield answer.call();
                  }
                }));
  }

  @Test
  void eachOfManyOpenedAtTheSameMomentMakesRoom() throws Exception {
    List<Callable<Void>> opening =
        IntStream.range(0, THREADS)
            .<Callable<Void>>mapToObj(
                _ ->
                    () -> {
                      for (int i = 0; i < OPENED_BY_EACH; i++) {
                        connections.onOpened(new Slow().connection);
                      }
                      return null;
                    })
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Void> done : threads.invokeAll(opening)) {
        done.get();
      }
    }
    assertThat(connections.open()).isEqualTo(MOST);
    assertThat(connections.closed()).isEqualTo(THREADS * OPENED_BY_EACH - MOST);
  }
}
