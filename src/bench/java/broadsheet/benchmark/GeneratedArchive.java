package broadsheet.benchmark;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes an archive of generated articles as JSON lines into the folder given by {@code
 * -Dcorpus=PATH}: as many as {@code -Darticles=N} says, the same for the same {@code -Dseed=N}.
 */
public final class GeneratedArchive {

  private static final int OF_A_FILE = 10_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private GeneratedArchive() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(System.getProperty("corpus", ""));
    if (folder.toString().isEmpty()) {
      throw new IllegalStateException("name a folder with -Dcorpus=PATH");
    }
    String seed = System.getProperty("seed", "");
    int articles = Integer.parseInt(System.getProperty("articles", "1000000"));
    write(folder, seed.isEmpty() ? 1 : Long.parseLong(seed), articles);
  }

  static void write(Path folder, long seed, int count) throws IOException {
    Files.createDirectories(folder);
    GeneratedArticles articles = new GeneratedArticles(seed, count);
    for (int written = 0; written < count; written += OF_A_FILE) {
      Path file =
          folder.resolve(String.format(Locale.ROOT, "part-%05d.jsonl", written / OF_A_FILE));
      try (Writer lines = Files.newBufferedWriter(file)) {
        for (int i = written; i < Math.min(count, written + OF_A_FILE); i++) {
          JSON.writeValue(lines, articles.next());
          lines.write('\n');
        }
      }
    }
  }
}
