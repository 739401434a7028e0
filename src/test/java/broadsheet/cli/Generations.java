package broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Generated archives of different sizes, with the number of the generation in every article, so
 * that an answer shows which one it is from.
 *
 * @param folder the folder they are written to
 * @param base the number of articles in generation 0; each later one has a few more
 */
record Generations(Path folder, int base) {

  private static final int STEP = 37;
  private static final int WORDS = 60;
  private static final int VOCABULARY = 20_000;

  /** The number of articles in a generation. */
  int size(int generation) {
    return base + STEP * generation;
  }

  /** The generation with this many articles. */
  int ofSize(long size) {
    long generation = (size - base) / STEP;
    if (size < base || size(Math.toIntExact(generation)) != size) {
      throw new AssertionError(size + " articles are no generation's");
    }
    return Math.toIntExact(generation);
  }

  /** Writes one generation as JSON lines. */
  Path write(int generation) throws IOException {
    Random random = new Random(generation);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < size(generation); i++) {
      String words =
          random
              .ints(WORDS, 0, VOCABULARY)
              .mapToObj(n -> "word" + Integer.toString(n, Character.MAX_RADIX))
              .collect(Collectors.joining(" "));
      lines.add(
          """
          {"id": "g%s-%s", "title": "Article %s", "section": "generation%s", \
          "body": "always generation%s %s"}\
          """
              .formatted(generation, i, i, generation, generation, words));
    }
    return Files.write(folder.resolve("generation" + generation + ".jsonl"), lines);
  }
}
