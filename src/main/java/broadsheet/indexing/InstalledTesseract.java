package broadsheet.indexing;

import broadsheet.corpus.record.CorpusException;
import broadsheet.path.InstalledProgram;
import broadsheet.path.PathName;
import broadsheet.recognize.Tesseract;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the Tesseract that is installed on this machine, and its languages. Stateless. */
public final class InstalledTesseract {
  private static final Pattern LANGUAGES = Pattern.compile("\\w{2,40}(?:\\+\\w{2,40}){0,9}");
  private static final Pattern VERSION = Pattern.compile("(?m)^tesseract\\s+v?(\\S+)");
  private static final Pattern INSTALLED = Pattern.compile("(?m)^(\\w{2,40})\\s*$");
  private static final String DATA = "TESSDATA_PREFIX";
  private static final int PATIENCE_SECONDS = 20;
  private static final int MOST_OUTPUT = 64 * 1024;

  private static final String MISSING =
      "Tesseract, which recognizes text for --ocr, is not installed: no program tesseract is on the"
          + " PATH. Install it (apt install tesseract-ocr), or go on without: --ocr=off";

  private InstalledTesseract() {}

  /** Refuses languages that are not written as Tesseract writes them. */
  private static void requireLanguages(String languages) {
    if (!LANGUAGES.matcher(languages).matches()) {
      throw new CorpusException(
          "Unknown languages '%s' for --ocr: give codes of Tesseract, such as --ocr=eng or --ocr=eng+deu"
              .formatted(languages));
    }
  }

  /**
   * Finds the program, and its languages.
   *
   * @throws CorpusException if it is not installed, does not work, or lacks one of the languages
   */
  public static Tesseract find(String languages) {
    return find(languages, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * @param searchPath folders, separated as the system separates them
   */
  static Tesseract find(String languages, String searchPath) {
    requireLanguages(languages);
    Path program =
        InstalledProgram.find("tesseract", searchPath)
            .orElseThrow(() -> new CorpusException(MISSING));
    Matcher version = VERSION.matcher(output(program, "--version"));
    if (!version.find()) {
      throw new CorpusException(
          program + " does not answer as Tesseract does: run tesseract --version to see why");
    }
    requireInstalled(program, languages);
    String data = Optional.ofNullable(System.getenv(DATA)).orElse("");
    return new Tesseract(PathName.of(program), data, version.group(1), languages);
  }

  private static void requireInstalled(Path program, String languages) {
    TreeSet<String> installed = new TreeSet<>();
    INSTALLED
        .matcher(output(program, "--list-langs"))
        .results()
        .forEach(m -> installed.add(m.group(1)));
    List<String> missing =
        Stream.of(languages.split("\\+", -1)).filter(each -> !installed.contains(each)).toList();
    if (!missing.isEmpty()) {
      throw new CorpusException(
          "Tesseract has no data for %s. Install it (apt install %s), or choose from: %s"
              .formatted(
                  String.join(", ", missing),
                  String.join(" ", missing.stream().map(InstalledTesseract::packageOf).toList()),
                  installed.isEmpty() ? "none" : String.join(", ", installed)));
    }
  }

  /** Debian, Ubuntu and others write these names with hyphens. */
  private static String packageOf(String language) {
    return "tesseract-ocr-" + language.replace('_', '-');
  }

  /** The output of the program; empty if it does not end by itself in a short time. */
  private static String output(Path program, String option) {
    try {
      Process process =
          new ProcessBuilder(PathName.of(program), option)
              .redirectErrorStream(true)
              .redirectInput(
                  Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")))
              .start();
      Thread.ofVirtual().start(() -> endLater(process));
      try (InputStream in = process.getInputStream()) {
        return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return "";
    }
  }

  private static void endLater(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
