package broadsheet.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A folder of articles, and of notices that withdraw them, that are written, changed, moved,
 * copied, touched and deleted at random.
 */
final class ShuffledFolder {

  private static final int TEXTS = 14;
  private static final String[] FOLDERS = {"", "news", "news/local", "sport", "sport2"};

  private static final String[] SOURCES = {"Gazette", "Courier"};
  private static final String[] LANGUAGES = {"en", "en", "de-AT", "fr"};

  private final Path folder;
  private final Random random;
  private final List<String> changes = new ArrayList<>();

  ShuffledFolder(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  void fill(int files) {
    for (int i = 0; i < files; i++) {
      write();
    }
  }

  void change(int count) {
    changes.clear();
    for (int i = 0; i < count; i++) {
      attempt(this::changeOnce);
    }
  }

  List<String> lastChanges() {
    return changes;
  }

  private interface Step {
    void take() throws IOException;
  }

  private static void attempt(Step step) {
    try {
      step.take();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void changeOnce() throws IOException {
    List<Path> files = files();
    if (files.size() < 3) {
      write();
      return;
    }
    Path file = files.get(random.nextInt(files.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> write();
      case 2 -> {
        said("delete", file);
        Files.delete(file);
      }
      case 3 -> {
        Path to = newPath(extension(file));
        said("move to " + to, file);
        Files.createDirectories(parent(to));
        Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
      case 4 -> {
        Path to = newPath(extension(file));
        said("copy to " + to, file);
        Files.createDirectories(parent(to));
        Files.write(to, Files.readAllBytes(file));
      }
      case 5 -> {
        said("touch", file);
        Files.setLastModifiedTime(
            file, FileTime.from(Instant.ofEpochSecond(random.nextInt(1 << 30))));
      }
      default -> {
        said("rewrite", file);
        Files.writeString(file, content(extension(file)));
      }
    }
  }

  private void said(String what, Path file) {
    changes.add(what + " " + folder.relativize(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private void write() {
    Path file = newPath(random.nextBoolean() ? "txt" : "jsonl");
    said("write", file);
    attempt(
        () -> {
          Files.createDirectories(parent(file));
          Files.writeString(file, content(extension(file)));
        });
  }

  private Path newPath(String extension) {
    String date = random.nextInt(4) == 0 ? "2023-06-1" + random.nextInt(10) + "-" : "";
    String name = date + "f" + random.nextInt(30) + "." + extension;
    return folder.resolve(FOLDERS[random.nextInt(FOLDERS.length)]).resolve(name);
  }

  private static String extension(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String content(String extension) {
    if (extension.equals("txt")) {
      return random.nextInt(12) == 0 ? "" : headline() + "\n\n" + text() + "\n";
    }
    StringBuilder lines = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      lines.append(random.nextInt(15) == 0 ? "{not JSON\n" : record());
    }
    return lines.toString();
  }

  /** There are few ids, so that many collide; some are ids that others get as a number. */
  private String record() {
    String id =
        "r" + random.nextInt(6) + (random.nextInt(4) == 0 ? "~" + (2 + random.nextInt(2)) : "");
    String own = random.nextInt(4) == 0 ? "" : "\"id\": \"" + id + "\", ";
    return "{%s%s%s\"title\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(own, item(), source(), headline(), text());
  }

  /** One of a few items in one of a few versions; some are notices that withdraw it. */
  private String item() {
    if (random.nextInt(3) > 0) {
      return "";
    }
    String name = (random.nextBoolean() ? "urn:example:" : "item") + random.nextInt(4);
    String version = random.nextInt(4) == 0 ? "" : field("version", "" + (8 + random.nextInt(4)));
    String status = random.nextInt(3) == 0 ? field("pubstatus", "canceled") : "";
    return field("uri", name) + version + status;
  }

  private static String field(String name, String value) {
    return "\"%s\": \"%s\", ".formatted(name, value);
  }

  /** Some state their language; others of the same source then take it over. */
  private String source() {
    String source = "\"source\": \"" + SOURCES[random.nextInt(SOURCES.length)] + "\", ";
    String language = "\"language\": \"" + LANGUAGES[random.nextInt(LANGUAGES.length)] + "\", ";
    return (random.nextInt(3) == 0 ? "" : source) + (random.nextBoolean() ? "" : language);
  }

  private static String word(int number) {
    return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "ing";
  }

  private String headline() {
    return "Headline number " + random.nextInt(3);
  }

  /**
   * One of a few texts, whole, cut, or with a word changed, so that duplicates and reprints abound.
   */
  private String text() {
    Random words = new Random(random.nextInt(TEXTS));
    int length = 40 + words.nextInt(40);
    int cut = random.nextInt(3) == 0 ? length / 3 + random.nextInt(length) : length;
    int changed = random.nextInt(3) == 0 ? random.nextInt(length) : -1;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(length, cut); i++) {
      String word = word(words.nextInt(500));
      text.append(i == changed ? "changed" : word).append(' ');
    }
    return text.append("end.").toString();
  }
}
