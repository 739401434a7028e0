package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** ICU's table takes as long as the program takes to start, so only Chinese may wait for it. */
class ChineseFoldingStartTest {

  private static final String TABLE = ChineseFolding.class.getName() + "$Table";

  /** Loads all classes anew and knows which it has loaded. */
  private static final class Fresh extends URLClassLoader {
    Fresh() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(Fresh::url)
          .toArray(URL[]::new);
    }

    private static URL url(String file) {
      try {
        return Path.of(file).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean hasLoaded(String name) {
      return findLoadedClass(name) != null;
    }
  }

  @Test
  void wordsInLatinLettersNeedNoTable() throws ReflectiveOperationException, IOException {
    try (Fresh fresh = new Fresh()) {
      Class<?> pieces = fresh.loadClass(WordPieces.class.getName());
      pieces.getMethod("of", String.class).invoke(null, "crude");
      pieces.getMethod("single", String.class).invoke(null, "well-being");
      assertThat(fresh.hasLoaded(TABLE)).isFalse();
      pieces.getMethod("of", String.class).invoke(null, "人工智能技术");
      assertThat(fresh.hasLoaded(TABLE)).isTrue();
    }
  }
}
