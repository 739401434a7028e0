package broadsheet.extension.host;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds extensions as their authors do: sources and the services they name, in a jar. */
public final class BuiltJar {
  private static final Path SAMPLE = Path.of("docs", "extension");

  private BuiltJar() {}

  /** Builds the sample of the documentation. */
  public static Path sample(Path jar) throws IOException {
    return built(SAMPLE.resolve("src"), jar);
  }

  /** The sample file of the documentation. */
  public static Path sampleFile() {
    return SAMPLE.resolve("sample.wiredesk");
  }

  /** Builds a jar with one reader, of this format and signature, whose method has this body. */
  public static Path reader(String name, String mark, String body, Path jar) throws IOException {
    Path sources = Files.createTempDirectory("src");
    String type = "Reader" + name.replace("-", "");
    write(
        sources.resolve("foreign").resolve(type + ".java"),
        """
        package foreign;
        import broadsheet.extension.*;
        public final class %s implements FormatReader {
          public String name() { return "%s"; }
          public Signature signature() { return Signature.mark("%s"); }
          public void read(java.io.InputStream in, String file, ArticleSink to)
              throws java.io.IOException {
            %s
          }
        }
        """
            .formatted(type, name, mark, body));
    write(
        sources.resolve("META-INF/services/broadsheet.extension.FormatReader"), "foreign." + type);
    return built(sources, jar);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Path built(Path sources, Path jar) throws IOException {
    Path classes = Files.createTempDirectory("classes");
    compile(sources, classes);
    try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar))) {
      pack(classes, packed);
      pack(sources, packed);
    }
    return jar;
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean isCompiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(ending(".java", sources)))
              .call();
      if (!isCompiled) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  private static void pack(Path folder, JarOutputStream to) throws IOException {
    for (Path file : ending("", folder)) {
      if (!file.toString().endsWith(".java")) {
        to.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, to);
      }
    }
  }

  private static List<Path> ending(String suffix, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(suffix))
          .toList();
    }
  }
}
