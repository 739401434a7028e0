package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void serverSearchesOnceBeforeItsReadersDoWhateverComesOfIt() throws Exception {
    CountDownLatch searched = new CountDownLatch(1);
    SearchEngine damaged =
        (SearchEngine)
            Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (_, method, _) -> {
                  assertThat(method.getName()).isEqualTo("search");
                  searched.countDown();
                  throw new EngineException("damaged", new IOException());
                });
    assertThat(ServeCommand.warmedUp(damaged)).isSameAs(damaged);
    assertThat(searched.await(1, TimeUnit.MINUTES)).isTrue();
  }
}
