package broadsheet.evaluate;

import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of articles with topics and judgements: {@code topics.tsv} or {@code queries.tsv},
 * {@code qrels.txt}, and the articles in any files beside them. Immutable.
 *
 * @param documents the files and folders to read articles from
 * @param topics named after the folder; at least one
 */
public record TestCollection(List<Path> documents, JudgedTopics topics) {

  private static final List<String> TOPICS = List.of("topics.tsv", "queries.tsv", "topics.txt");
  private static final String QRELS = "qrels.txt";

  /** Whether the folder has topics; without them it is just an archive. */
  public static boolean isIn(Path folder) {
    return topicsFile(folder).isPresent();
  }

  private static Optional<Path> topicsFile(Path folder) {
    return TOPICS.stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  /**
   * Reads the collection in a folder.
   *
   * @throws JudgingException saying what is missing or cannot be read
   */
  public static TestCollection read(Path folder) {
    Path file =
        topicsFile(folder)
            .orElseThrow(
                () ->
                    new JudgingException(
                        "%s is not a test collection: it has no topics.tsv or queries.tsv. Topics can"
                                .formatted(folder)
                            + " be made from its articles by --known-items N."));
    Qrels qrels = Qrels.read(folder.resolve(QRELS));
    JudgedTopics topics = JudgedTopics.of(name(folder), Topics.read(file), qrels);
    if (topics.topics().isEmpty()) {
      throw new JudgingException(
          "None of the topics of %s is judged in %s. Give the judgements of these topics."
              .formatted(file, folder.resolve(QRELS)));
    }
    return new TestCollection(documents(folder), topics);
  }

  /** The name of a folder in a table. */
  public static String name(Path folder) {
    return PathName.of(folder.toAbsolutePath().normalize().getFileName());
  }

  /**
   * All files of a folder except topics, judgements and documentation ({@code *.md}).
   *
   * @throws JudgingException when the folder cannot be read
   */
  public static List<Path> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(TestCollection::isDocument).sorted().toList();
    } catch (IOException e) {
      throw new JudgingException(
          folder + " cannot be read. Name a folder that exists and may be read.", e);
    }
  }

  private static boolean isDocument(Path file) {
    String name = PathName.of(file.getFileName());
    return !TOPICS.contains(name) && !name.equals(QRELS) && !name.endsWith(".md");
  }

  /** This collection with only the topics in a part. */
  public TestCollection in(TopicPart part) {
    return new TestCollection(documents, topics.in(part));
  }
}
