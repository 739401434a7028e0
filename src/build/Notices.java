import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Writes the NOTICE of a release: the project's own and those of all libraries in a folder, each
 * once. Section 4(d) of the Apache License 2.0 asks for them.
 */
public final class Notices {

  private static final String HEAD =
      """

      This release contains the libraries in lib. The file licences.txt names the licence and the site of each.
      A release with a Java runtime has the licences of that in runtime/legal. The notices of the libraries follow.
      """;

  private static final String PART = "\n" + "-".repeat(80) + "\n%s\n\n%s\n";

  private Notices() {}

  /** Takes the folder of libraries, the file to write, and the project's own notice. */
  public static void main(String[] args) throws IOException {
    Map<String, TreeSet<String>> libraries = new LinkedHashMap<>();
    for (Path jar : jars(Path.of(args[0]))) {
      for (String notice : notices(jar)) {
        libraries
            .computeIfAbsent(notice, _ -> new TreeSet<>())
            .add(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
      }
    }
    StringBuilder text = new StringBuilder(Files.readString(Path.of(args[2]))).append(HEAD);
    libraries.forEach(
        (notice, names) -> text.append(PART.formatted(String.join(", ", names), notice)));
    Files.writeString(Path.of(args[1]), text.toString());
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static List<String> notices(Path library) throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      return jar.stream()
          .filter(entry -> entry.getName().matches("META-INF/NOTICE(\\.\\w+)?"))
          .map(entry -> text(jar, entry))
          .toList();
    }
  }

  /** The text without blanks at the ends of lines, so that the same notice is the same text. */
  private static String text(JarFile jar, ZipEntry entry) {
    try {
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(String::stripTrailing)
          .collect(Collectors.joining("\n"))
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
