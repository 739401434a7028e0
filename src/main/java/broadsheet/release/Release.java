package broadsheet.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A version of the program and the commit it was built from. Immutable.
 *
 * @param version such as {@code 2.0.0}
 * @param build the commit's first eight hexadecimal digits, followed by {@code -changed} if files
 *     of the program differed from it; {@code unknown} if it was built without git
 */
public record Release(String version, String build) {

  /** Written by {@code src/build/build-id.xml}. */
  private static final String FILE = "build.properties";

  private static final Release CURRENT = read();

  /** The program that is running. */
  public static Release current() {
    return CURRENT;
  }

  private static Release read() {
    try (InputStream file = Release.class.getResourceAsStream(FILE)) {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the file of a build.
   *
   * @param file null if the classes were compiled by something else than the build
   */
  static Release read(@Nullable InputStream file) throws IOException {
    Properties written = new Properties();
    if (file != null) {
      written.load(file);
    }
    return new Release(
        written.getProperty("version", "unreleased"), written.getProperty("build", "unknown"));
  }

  /** Version and build, as {@code 2.0.0 (build 0206cc71)}. */
  @Override
  public String toString() {
    return "%s (build %s)".formatted(version, build);
  }
}
