import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over the Java files below a folder, from the build: {@code check} names
 * the files that differ and fails, {@code apply} rewrites them. {@code changed} checks only the
 * files that differ from the last commit, or all where there is no Git.
 */
public final class SourceFormat {
  private SourceFormat() {}

  public static void main(String[] args) throws Exception {
    List<String> call = new ArrayList<>(options(args[0]));
    Path root = Path.of(args[1]);
    List<String> files = args[0].equals("changed") ? changedFiles(root) : javaFiles(root);
    if (files.isEmpty()) {
      return;
    }
    call.addAll(files);
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int status = new Main(out, err, System.in).format(call.toArray(String[]::new));
    if (status != 0) {
      err.println(
          "Not formatted: the files named above. Run: mvn -B -ntp process-sources -Dformat=apply");
    }
    System.exit(status);
  }

  private static List<String> options(String mode) {
    return switch (mode) {
      case "check", "changed" -> List.of("--dry-run", "--set-exit-if-changed");
      case "apply" -> List.of("--replace");
      default -> throw new IllegalArgumentException("check, changed or apply, not " + mode);
    };
  }

  private static List<String> changedFiles(Path root) throws IOException, InterruptedException {
    List<String> files = new ArrayList<>();
    for (String listing :
        List.of(
            "diff --name-only --relative --diff-filter=d HEAD",
            "ls-files --others --exclude-standard")) {
      List<String> git = new ArrayList<>(List.of("git", "-C", root.toString()));
      git.addAll(List.of(listing.split(" ")));
      git.addAll(List.of("--", "*.java"));
      Process process = new ProcessBuilder(git).redirectErrorStream(true).start();
      List<String> lines = process.inputReader(UTF_8).lines().toList();
      if (process.waitFor() != 0) {
        return javaFiles(root);
      }
      lines.forEach(file -> files.add(root.resolve(file).toString()));
    }
    return files;
  }

  private static List<String> javaFiles(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
    }
  }
}
