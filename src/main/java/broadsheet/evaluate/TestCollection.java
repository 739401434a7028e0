package broadsheet.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Articles with topics and judgements of them, in one folder: {@code topics.tsv} or {@code
 * queries.tsv}, {@code qrels.txt}, and the articles in any files beside them. Immutable.
 *
 * @param name the folder's
 * @param documents the files and folders to read articles from
 * @param topics by number, those alone of which something is judged; at least one
 */
public record TestCollection(
    String name, List<Path> documents, Map<String, Topic> topics, Qrels qrels) {

  private static final List<String> TOPICS = List.of("topics.tsv", "queries.tsv", "topics.txt");
  private static final String QRELS = "qrels.txt";

  /** Whether the folder has topics, without which it is an archive and no more. */
  public static boolean isIn(Path folder) {
    return topicsFile(folder).isPresent();
  }

  private static Optional<Path> topicsFile(Path folder) {
    return TOPICS.stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  /**
   * The collection in that folder.
   *
   * @throws JudgingException saying what is missing or cannot be read
   */
  public static TestCollection read(Path folder) {
    Path topicsFile =
        topicsFile(folder)
            .orElseThrow(
                () ->
                    new JudgingException(
                        "%s is no test collection: it has no %s."
                            .formatted(folder, String.join(" or ", TOPICS))));
    Qrels qrels = Qrels.read(folder.resolve(QRELS));
    Map<String, Topic> judged = judged(Topics.read(topicsFile), qrels);
    if (judged.isEmpty()) {
      throw new JudgingException(
          "None of the topics of %s is judged in its %s: give the judgements of these topics."
              .formatted(topicsFile, QRELS));
    }
    return new TestCollection(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        documents(folder),
        judged,
        qrels);
  }

  /** The topics of which something is judged, in their order. */
  public static Map<String, Topic> judged(Topics topics, Qrels qrels) {
    Map<String, Topic> judged = new LinkedHashMap<>(topics.byNumber());
    judged.keySet().removeIf(topic -> qrels.of(topic).isEmpty());
    return judged;
  }

  /** All but topics, judgements and what is written about the collection. */
  private static List<Path> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(TestCollection::isDocument).sorted().toList();
    } catch (IOException e) {
      throw new JudgingException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString();
    return !TOPICS.contains(name) && !name.equals(QRELS) && !name.endsWith(".md");
  }
}
