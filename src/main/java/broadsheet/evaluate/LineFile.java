package broadsheet.evaluate;

import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small UTF-8 text file that is read and replaced as a whole. Replacing is atomic and durable:
 * after a kill or a full disk at any moment, the file has the old lines or the new, never a part.
 * Not thread-safe.
 */
final class LineFile {

  private static final long LARGEST = 1L << 28;

  private final Path path;

  /** The file's stamp when it was last read or replaced; null if it was missing. */
  private @Nullable Stamp stamp;

  private record Stamp(Object time, long size, @Nullable Object key) {}

  private record Content(String text, @Nullable Stamp stamp) {}

  LineFile(Path path) {
    this.path = path;
  }

  /**
   * A file that must exist.
   *
   * @throws JudgingException when it does not
   */
  static LineFile existing(Path path) {
    if (!Files.exists(path)) {
      throw new JudgingException("There is no file " + path + ": name one that is there.");
    }
    return new LineFile(path);
  }

  /**
   * Passes on each line that is not blank; none if there is no file.
   *
   * @param taker may reject a line by an {@link IllegalArgumentException} that says what is wrong
   * @throws JudgingException naming the file and line, and what to do
   */
  void read(Consumer<String> taker) {
    Content content = content();
    int number = 0;
    for (String line : content.text().split("\r?\n", -1)) {
      number++;
      try {
        if (!line.isBlank()) {
          taker.accept(line);
        }
      } catch (IllegalArgumentException e) {
        throw new JudgementsDamagedException(
            "Line %s of %s cannot be read: %s. Mend or delete the line, then try again."
                .formatted(number, path, e.getMessage()),
            e);
      }
    }
    stamp = content.stamp();
  }

  private Content content() {
    try {
      Stamp before = stampNow();
      if (before == null) {
        return new Content("", null);
      }
      if (!Files.isRegularFile(path) || before.size() > LARGEST) {
        throw new JudgingException(
            path + " is a folder, a device or larger than 256 MB. Give a text file.");
      }
      String text = Files.readString(path);
      return new Content(text.startsWith("\uFEFF") ? text.substring(1) : text, before);
    } catch (CharacterCodingException e) {
      throw new JudgementsDamagedException(path + " is not UTF-8 text. Give a file that is.", e);
    } catch (IOException e) {
      throw new JudgingException(
          "%s cannot be read (%s). Check that it may be read, or give another file."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  /** Whether the file is unchanged since it was last read or replaced. */
  boolean isAsKnown() {
    try {
      return Objects.equals(stamp, stampNow());
    } catch (IOException e) {
      return false; // reading it again reports what is wrong
    }
  }

  private @Nullable Stamp stampNow() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Replaces the lines of the file.
   *
   * @throws JudgingException when they cannot be written; the file keeps its old content
   */
  void replace(Stream<String> lines) {
    List<String> ended = new ArrayList<>();
    lines.forEach(line -> ended.add(line + "\n"));
    try {
      WholeFile.replace(path, String.join("", ended).getBytes(StandardCharsets.UTF_8));
      stamp = stampNow();
    } catch (IOException e) {
      throw new JudgingException(
          "%s cannot be written (%s) and is unchanged. Check disk space and permissions, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }
}
