package broadsheet.extension.host;

import broadsheet.files.Home;
import broadsheet.worker.WorkerLimits;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The formats and exporters of the jars in a folder. Where two have one name, the jar whose name
 * comes first keeps it. Immutable.
 *
 * @param problems one line for each jar, format or exporter that is left out
 */
public record Extensions(
    List<InstalledFormat> formats, List<InstalledExporter> exporters, List<String> problems) {

  private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

  /** No extensions. */
  public static final Extensions NONE = new Extensions(List.of(), List.of(), List.of());

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  public Extensions {
    formats = List.copyOf(formats);
    exporters = List.copyOf(exporters);
    problems = List.copyOf(problems);
  }

  /** Looks once in a process, when it is first needed. */
  private static final class Installed {
    private static final Extensions ALL = in(Home.extensions(), WorkerLimits.USUAL);

    static {
      ALL.problems.forEach(Extensions::tell);
    }

    private Installed() {}
  }

  /**
   * The extensions in the folder {@code extensions} beside the program, found when this is first
   * called. What is wrong with them is logged then, and the rest is used.
   */
  public static Extensions installed() {
    return Installed.ALL;
  }

  /**
   * The extensions in a folder; none if there is no such folder. A worker is started for each jar.
   *
   * @param limits the memory and time of their workers
   */
  public static Extensions in(Path folder, WorkerLimits limits) {
    List<InstalledFormat> formats = new ArrayList<>();
    List<InstalledExporter> exporters = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> formatNames = new HashSet<>();
    Set<String> exporterNames = new HashSet<>();
    for (Path path : jars(folder, problems)) {
      ExtensionJar jar = new ExtensionJar(path, limits);
      ExtensionJar.Description found = jar.description();
      found.problems().forEach(problem -> problems.add(line(jar, problem)));
      for (InstalledFormat format : found.formats()) {
        if (formatNames.add(format.name())) {
          formats.add(format);
        } else {
          problems.add(taken(jar, "format", format.name()));
        }
      }
      for (InstalledExporter exporter : found.exporters()) {
        if (exporterNames.add(exporter.name())) {
          exporters.add(exporter);
        } else {
          problems.add(taken(jar, "export", exporter.name()));
        }
      }
    }
    return new Extensions(formats, exporters, problems);
  }

  private static List<Path> jars(Path folder, List<String> problems) {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
        found.forEach(jars::add);
      } catch (IOException e) {
        problems.add("The folder of extensions cannot be read: " + e.getMessage());
      }
    }
    jars.sort(null);
    return jars;
  }

  /** The formats whose names are not taken; the others are logged, once in a process. */
  public List<InstalledFormat> formatsBeside(List<String> taken) {
    return formats.stream()
        .filter(format -> isFree(taken, "format", format.name(), format.jar()))
        .toList();
  }

  /** The exporters whose names are not taken; the others are logged, once in a process. */
  public List<InstalledExporter> exportersBeside(List<String> taken) {
    return exporters.stream()
        .filter(exporter -> isFree(taken, "export", exporter.name(), exporter.jar()))
        .toList();
  }

  private static boolean isFree(List<String> taken, String kind, String name, ExtensionJar jar) {
    boolean isFree = !taken.contains(name);
    if (!isFree) {
      tell(taken(jar, kind, name));
    }
    return isFree;
  }

  private static String taken(ExtensionJar jar, String kind, String name) {
    return line(jar, "is left out with its " + kind + " '" + name + "': the name is taken");
  }

  private static String line(ExtensionJar jar, String problem) {
    return "Extension " + jar.name() + " " + problem;
  }

  private static void tell(String line) {
    if (TOLD.add(line)) {
      LOG.warn("{}", line);
    }
  }
}
