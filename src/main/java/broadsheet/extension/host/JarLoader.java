package broadsheet.extension.host;

import broadsheet.extension.FormatReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/**
 * Loads the classes of one extension, in a worker. They see Java and the interface of extensions;
 * the program's other classes and libraries are hidden, so that neither can break the other. For
 * one thread.
 */
final class JarLoader {
  /** A jar that is wrong in more ways is given up. */
  private static final int MOST_PROBLEMS = 20;

  private final ClassLoader classes;

  /**
   * @throws IOException if the file is not a jar
   */
  JarLoader(Path jar) throws IOException {
    new ZipFile(jar.toFile()).close();
    classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new InterfaceOnly());
  }

  /**
   * The services of a type that the jar offers.
   *
   * @param problems receives a reason for each that cannot be used
   */
  <T> List<T> all(Class<T> type, List<String> problems) {
    List<T> services = new ArrayList<>();
    Iterator<ServiceLoader.Provider<T>> found =
        ServiceLoader.load(type, classes).stream().iterator();
    int met = 0;
    while (met < MOST_PROBLEMS) {
      try {
        if (!found.hasNext()) {
          break;
        }
        services.add(found.next().get());
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        problems.add(reason(e));
        met++;
      }
    }
    return services;
  }

  /** A reason in words. */
  static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    return cause instanceof LinkageError
        ? "was built for another release (lacks " + message + ")"
        : cause.getMessage() == null ? cause.toString() : message;
  }

  /** Has the classes of Java and of the interface, and no others. */
  private static final class InterfaceOnly extends ClassLoader {
    private static final String PACKAGE = FormatReader.class.getPackageName();

    InterfaceOnly() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(PACKAGE) && name.lastIndexOf('.') == PACKAGE.length()) {
        return FormatReader.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
