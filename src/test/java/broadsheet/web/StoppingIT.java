package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A server that receives the signal to stop. */
class StoppingIT {

  @Test
  void requestUnderWayIsFinishedAndNoneIsTakenAfter() throws Exception {
    try (TestServer server = TestServer.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.get("/healthz");
      Future<HttpResponse<String>> slow =
          threads.submit(() -> server.get("/search.json?q=slowword"));
      Thread.sleep(400);
      server.stop();
      assertThat(slow.get().statusCode()).isEqualTo(200);
      assertThat(slow.get().body()).endsWith("}");
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> server.get("/healthz"));
    }
  }
}
