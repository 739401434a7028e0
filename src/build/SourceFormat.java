import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over every Java file below a folder, from the build: {@code check} names
 * the files that differ and fails, {@code apply} rewrites them.
 */
public final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] args) throws Exception {
    List<String> call = new ArrayList<>(options(args[0]));
    call.addAll(javaFiles(Path.of(args[1])));
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int status = new Main(out, err, System.in).format(call.toArray(String[]::new));
    if (status != 0) {
      err.println(
          "Not formatted: the files named above. Run: mvn -B -ntp initialize exec:exec@format");
    }
    System.exit(status);
  }

  private static List<String> options(String mode) {
    return switch (mode) {
      case "check" -> List.of("--dry-run", "--set-exit-if-changed");
      case "apply" -> List.of("--replace");
      default -> throw new IllegalArgumentException("check or apply, not " + mode);
    };
  }

  private static List<String> javaFiles(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
    }
  }
}
