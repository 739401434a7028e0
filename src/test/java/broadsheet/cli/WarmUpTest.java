package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void largeArchiveIsSearchedBeforeItsReadersDoWhateverComesOfIt() {
    WarmUp.warmUp(damaged(1_000_000));
    assertThat(asked).containsExactly("articleCount", "search");
  }

  @Test
  void smallArchiveIsNot() {
    WarmUp.warmUp(damaged(20_000));
    assertThat(asked).containsExactly("articleCount");
  }

  /** An engine whose searches fail. */
  private SearchEngine damaged(long articles) {
    return (SearchEngine)
        Proxy.newProxyInstance(
            SearchEngine.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class},
            (_, method, _) -> {
              asked.add(method.getName());
              if (method.getName().equals("articleCount")) {
                return articles;
              }
              throw new EngineException("damaged", new IOException());
            });
  }
}
