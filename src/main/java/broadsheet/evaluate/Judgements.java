package broadsheet.evaluate;

import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores judgements in a TREC qrels file and their topics in a file beside it. Each judgement is on
 * disk when the call that makes it returns. Queries with the same canonical text are one topic,
 * whose number never changes. Thread-safe; one process at a time.
 */
public final class Judgements implements AutoCloseable {

  private static final int MOST_DIGITS = 9;

  private final LineFile qrelsFile;
  private final LineFile topicsFile;
  private final Function<String, ParsedQuery> parser;
  private final FileChannel lock;
  private volatile Kept kept;

  /**
   * The content of the files.
   *
   * @param byQuery the first topic of each query, by its canonical text
   */
  private record Kept(Topics topics, Map<String, Topic> byQuery, Qrels qrels) {
    Optional<Topic> topic(QueryNode query) {
      return Optional.ofNullable(byQuery.get(text(query)));
    }
  }

  /** The judgements of articles as answers to one query. */
  public interface OfQuery {
    /** Above 0 for relevant, otherwise not; empty when not judged. */
    OptionalInt relevance(String docno);
  }

  private Judgements(Path file, Function<String, ParsedQuery> parser, FileChannel lock) {
    this.parser = parser;
    this.lock = lock;
    qrelsFile = new LineFile(file);
    topicsFile = new LineFile(topicsFile(file));
    kept = read();
  }

  /** The file of the topics that belong to a file of judgements. */
  public static Path topicsFile(Path qrels) {
    return beside(qrels, ".topics.tsv");
  }

  private static Path beside(Path file, String ending) {
    return PathName.sibling(file, "", ending);
  }

  /**
   * Opens a file of judgements, which is created when missing.
   *
   * @param parser parses the queries of topics
   * @throws JudgingException when judgements or topics cannot be read, or another process has them
   *     open
   */
  public static Judgements open(Path file, Function<String, ParsedQuery> parser) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || Files.isDirectory(absolute)) {
      throw new JudgingException(
          file + " is a folder. Give the name of a file to keep judgements in.");
    }
    if (!Files.isDirectory(folder)) {
      throw new JudgingException(
          "There is no folder %s to keep %s in. Create it, or give another file."
              .formatted(folder, absolute.getFileName()));
    }
    FileChannel lock = locked(absolute);
    try {
      return new Judgements(absolute, parser, lock);
    } catch (RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  private static FileChannel locked(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        close(channel);
        throw new JudgingException(
            file + " is in use by another server. Stop that server, or give another file.");
      }
      return channel;
    } catch (IOException e) {
      throw new JudgingException(
          "Judgements cannot be kept in %s (%s). Give a file in a folder that may be written."
              .formatted(file, WholeFile.reason(e)),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held in this process
    }
  }

  private Kept read() {
    return kept(Topics.read(topicsFile), Qrels.read(qrelsFile));
  }

  private Kept kept(Topics topics, Qrels qrels) {
    Map<String, Topic> byQuery = new HashMap<>();
    for (Topic topic : topics.byNumber().values()) {
      byQuery.putIfAbsent(text(parser.apply(topic.query()).root()), topic);
    }
    return new Kept(topics, byQuery, qrels);
  }

  /** The current judgements of articles as answers to that query. */
  public OfQuery of(QueryNode query) {
    Kept now = kept;
    Optional<Topic> topic = now.topic(query);
    return docno ->
        topic.isEmpty() ? OptionalInt.empty() : now.qrels().relevance(topic.get().number(), docno);
  }

  /**
   * Judges an article as an answer to a query.
   *
   * @param query any query but that for every article
   * @param docno the article's id
   * @param relevance 1 relevant, 0 not
   * @return the topic of the query
   * @throws JudgingException when it cannot be stored; nothing changes
   */
  public synchronized Topic judge(QueryNode query, String docno, int relevance) {
    refresh();
    Topic topic = kept.topic(query).orElseGet(() -> added(text(query)));
    keep(kept.qrels().with(new Judgement(topic.number(), docno, relevance)));
    return topic;
  }

  /**
   * Removes the judgement of an article as an answer to a query, if there is one.
   *
   * @throws JudgingException when the removal cannot be stored; nothing changes
   */
  public synchronized void clear(QueryNode query, String docno) {
    refresh();
    kept.topic(query)
        .ifPresent(topic -> keep(kept.qrels().without(new Qrels.Pair(topic.number(), docno))));
  }

  /** Reads the files again if others have changed them. */
  private void refresh() {
    if (!qrelsFile.isAsKnown() || !topicsFile.isAsKnown()) {
      kept = read();
    }
  }

  /** Writes a topic to disk before the first judgement that names it. */
  private Topic added(String query) {
    Topic topic = new Topic(nextNumber(), query);
    Topics more = kept.topics().with(topic);
    topicsFile.replace(more.lines());
    kept = kept(more, kept.qrels());
    return topic;
  }

  private void keep(Qrels qrels) {
    if (!qrels.equals(kept.qrels())) {
      qrelsFile.replace(qrels.lines());
      kept = new Kept(kept.topics(), kept.byQuery(), qrels);
    }
  }

  /** One more than the highest number in topics or judgements. */
  private String nextNumber() {
    Set<String> taken =
        Stream.concat(
                kept.topics().byNumber().keySet().stream(),
                kept.qrels().byPair().keySet().stream().map(Qrels.Pair::topic))
            .collect(Collectors.toSet());
    long next =
        1
            + taken.stream()
                .filter(number -> number.matches("\\d{1," + MOST_DIGITS + "}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    while (taken.contains(Long.toString(next))) {
      next++;
    }
    return Long.toString(next);
  }

  /** The canonical text of a query, made fit for a line of UTF-8. */
  private static String text(QueryNode query) {
    String line = CanonicalText.of(query).replaceAll("[\t\r\n]", " ");
    return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Releases the files to other processes. */
  @Override
  public void close() {
    close(lock);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new JudgingException(
          "The lock on the judgements cannot be released: " + e.getMessage(), e);
    }
  }
}
