package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.IOUtils;

/**
 * The words of several languages that are so frequent that a phrase of them costs much to find. The
 * list is part of the index format. Thread-safe.
 */
public final class FrequentWords {

  private static final Set<String> FOLDED = read();

  private FrequentWords() {}

  /** All of them, folded. */
  public static Set<String> all() {
    return FOLDED;
  }

  /**
   * Whether a word is one of them.
   *
   * @param folded form of the word
   */
  public static boolean contains(String folded) {
    return FOLDED.contains(folded);
  }

  private static Set<String> read() {
    String name = "frequent-words.txt";
    try (InputStream list =
        IOUtils.requireResourceNonNull(FrequentWords.class.getResourceAsStream(name), name)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
          .map(Terms::foldedPattern)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
