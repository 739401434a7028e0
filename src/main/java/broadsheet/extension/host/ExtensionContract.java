package broadsheet.extension.host;

import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import broadsheet.extension.Signature;
import broadsheet.extension.host.InstalledExporter.Batch;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerLimits;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tries an extension on sample files, and says which rules of its interface it keeps. Runs it in
 * workers, so a reader that hangs or ends its process breaks a rule and nothing else. Use once, by
 * one thread.
 */
public final class ExtensionContract {
  /** Seldom exceeded by a sound reader on a damaged sample. */
  private static final WorkerLimits LIMITS =
      new WorkerLimits(WorkerLimits.USUAL.heapMb(), Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static final Pattern FAULT = Pattern.compile("[\\w.$]+(?:Exception|Error)(?::.*|)");

  private final ExtensionJar jar;
  private final Map<Path, byte[]> samples;
  private final List<Finding> findings = new ArrayList<>();
  private final List<ExtensionArticle> read = new ArrayList<>();

  /**
   * Whether a rule is kept.
   *
   * @param rule what must hold, of which format, export or file
   * @param fault what was found instead; empty if the rule is kept
   */
  public record Finding(String rule, String fault) {
    public boolean isKept() {
      return fault.isEmpty();
    }
  }

  private ExtensionContract(ExtensionJar jar, Map<Path, byte[]> samples) {
    this.jar = jar;
    this.samples = samples;
  }

  /**
   * Tries a jar.
   *
   * @param samples sound files of its formats, at least one of each
   * @throws IOException if a sample cannot be read, or no worker can be started
   */
  public static List<Finding> examine(Path jar, List<Path> samples) throws IOException {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (Path sample : samples) {
      contents.put(sample, Files.readAllBytes(sample));
    }
    return new ExtensionContract(new ExtensionJar(jar, LIMITS), contents).examined();
  }

  private List<Finding> examined() throws IOException {
    ExtensionJar.Description offered = jar.description();
    enter(jar.name() + " says what it offers", String.join("; ", offered.problems()));
    for (InstalledFormat format : offered.formats()) {
      examine(format);
    }
    for (InstalledExporter exporter : offered.exporters()) {
      examine(exporter);
    }
    return List.copyOf(findings);
  }

  private void enter(String rule, String fault) {
    findings.add(new Finding(rule, fault));
  }

  private void examine(InstalledFormat format) throws IOException {
    boolean isTried = false;
    try (WorkerPool workers = jar.workers()) {
      for (Map.Entry<Path, byte[]> sample : samples.entrySet()) {
        String name = String.valueOf(sample.getKey().getFileName());
        byte[] content = sample.getValue();
        byte[] head = Arrays.copyOf(content, Math.min(content.length, Signature.REACH));
        if (format.signature().matches(name, new String(head, StandardCharsets.ISO_8859_1))) {
          isTried = true;
          examine(new Sample(format, workers, name), content);
        }
      }
    }
    enter(format.name() + " recognizes a sample", isTried ? "" : "no file that was given is in it");
  }

  private void examine(Sample sample, byte[] content) throws IOException {
    String file = sample.format() + " reads " + sample.name();
    Outcome sound = sample.read(content);
    read.addAll(sound.articles());
    enter(file, sound.whyUnsound());
    boolean isSame = sample.read(content).equals(sound);
    enter(file + " alike each time", isSame ? "" : "it gave other articles the second time");
    long ids =
        sound.articles().stream().map(ExtensionArticle::id).filter(i -> !i.isEmpty()).count();
    long distinct =
        sound.articles().stream()
            .map(ExtensionArticle::id)
            .filter(i -> !i.isEmpty())
            .distinct()
            .count();
    enter(file + " with ids of their own", ids == distinct ? "" : "articles share an id");
    for (Map.Entry<String, byte[]> damaged : damaged(content).entrySet()) {
      Outcome outcome = sample.read(damaged.getValue());
      enter(file + " " + damaged.getKey() + " without a fault", outcome.fault());
    }
  }

  /** The sample in ways that files are damaged. */
  private static Map<String, byte[]> damaged(byte[] content) {
    Map<String, byte[]> damaged = new LinkedHashMap<>();
    damaged.put("emptied", new byte[0]);
    damaged.put("cut after its start", Arrays.copyOf(content, Math.min(16, content.length)));
    damaged.put("cut in half", Arrays.copyOf(content, content.length / 2));
    damaged.put("cut before its end", Arrays.copyOf(content, Math.max(0, content.length - 1)));
    byte[] changed = content.clone();
    for (int i = 50; i < changed.length; i += 37) {
      changed[i] ^= (byte) 0xff;
    }
    damaged.put("with other bytes in it", changed);
    byte[] twice = Arrays.copyOf(content, 2 * content.length);
    System.arraycopy(content, 0, twice, content.length, content.length);
    damaged.put("twice in a row", twice);
    return damaged;
  }

  private void examine(InstalledExporter exporter) throws IOException {
    List<ExtensionArticle> articles = new ArrayList<>(read.subList(0, Math.min(5, read.size())));
    articles.add(ExtensionArticle.builder().title("A \"title\", with <marks> & more").build());
    articles.add(
        ExtensionArticle.builder().paragraphs(List.of("One.", "Zwei\u00a0\ud83d\udcf0")).build());
    enter(exporter.name() + " writes no articles", new Export(exporter).write(0, List.of(), true));
    Export whole = new Export(exporter);
    enter(exporter.name() + " writes articles", whole.write(0, articles, true));
    Export pieces = new Export(exporter);
    StringBuilder fault = new StringBuilder();
    for (int i = 0; i < articles.size(); i++) {
      fault.append(pieces.write(i, articles.subList(i, i + 1), i + 1 == articles.size()));
    }
    boolean isSame = Arrays.equals(whole.bytes.toByteArray(), pieces.bytes.toByteArray());
    enter(
        exporter.name() + " writes the same if each article has a process of its own",
        isSame || !fault.isEmpty() ? fault.toString() : "the files differ: it keeps something");
  }

  /** The articles and entries that a reader made of a file. */
  private record Outcome(List<ExtensionArticle> articles, List<String> others, String failure) {

    /** Damage is reported by an {@code IOException}; any other way is a fault. */
    String fault() {
      boolean isReport = failure.isEmpty() || failure.startsWith(DAMAGED);
      String detail = isReport ? failure.replace(DAMAGED, "") : failure;
      return isReport && !FAULT.matcher(detail).matches() ? "" : detail;
    }

    String whyUnsound() {
      if (!failure.isEmpty()) {
        return failure;
      }
      boolean hasBlank =
          articles.stream().anyMatch(a -> a.title().isBlank() && a.paragraphs().isEmpty());
      return articles.isEmpty()
          ? "it has no article"
          : hasBlank ? "an article has neither title nor paragraphs" : "";
    }
  }

  private static final String DAMAGED = "damaged: ";

  private static String text(Answer answer) {
    return answer instanceof Answer.Failure failure
        ? failure.reason() + ": " + failure.detail()
        : "";
  }

  /** A file to be read. */
  private record Sample(InstalledFormat installed, WorkerPool workers, String name) {
    String format() {
      return installed.name();
    }

    Outcome read(byte[] content) throws IOException {
      List<ExtensionArticle> articles = new ArrayList<>();
      List<String> others = new ArrayList<>();
      Answer answer =
          installed.read(
              workers,
              name,
              new ByteArrayInputStream(content),
              new ArticleSink() {
                @Override
                public void article(long number, ExtensionArticle article) {
                  articles.add(article);
                }

                @Override
                public void skip(long number, String reason) {
                  others.add(number + " " + reason);
                }

                @Override
                public void fail(long number, String reason) {
                  others.add(number + " " + reason);
                }
              });
      return new Outcome(articles, others, text(answer));
    }
  }

  /** A file to be written, each batch by a process of its own. */
  private record Export(InstalledExporter exporter, ByteArrayOutputStream bytes) {
    Export(InstalledExporter exporter) {
      this(exporter, new ByteArrayOutputStream());
    }

    String write(long before, List<ExtensionArticle> articles, boolean isLast) throws IOException {
      try (WorkerPool workers = exporter.jar().workers()) {
        return text(exporter.write(workers, new Batch(articles, before, isLast), bytes::write));
      }
    }
  }
}
