package broadsheet.cli.evaluate;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.TemporaryFolder;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.JudgedTopics;
import broadsheet.evaluate.MeasuredCollection;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.Topic;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.indexing.SemanticPart;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures our rankings and plain Lucene's on topics, indexing the articles first in the usual way.
 *
 * @param err the writer for progress
 * @param limit the time limit for one topic
 * @param isHybrid whether search by meaning is measured as well, which needs vectors
 * @param isCompared whether plain Lucene's are measured as well
 * @param keep the folder in which indexes are kept; empty to delete them
 */
record CollectionMeasurement(
    PrintWriter err, Duration limit, boolean isHybrid, boolean isCompared, Optional<Path> keep) {

  /** Makes topics from an index. */
  interface TopicSource extends Function<SearchEngine, List<JudgedTopics>> {}

  /**
   * Indexes articles and measures on them.
   *
   * @param name the name of the collection
   * @param documents the files and folders they are read from
   * @throws UsageException if there are no articles, or no model for search by meaning
   */
  List<MeasuredCollection> of(String name, List<Path> documents, TopicSource topics) {
    if (keep.isPresent()) {
      return indexed(name, documents, keep.get().resolve(name), topics);
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      return indexed(name, documents, folder.path().resolve("index"), topics);
    }
  }

  private List<MeasuredCollection> indexed(
      String name, List<Path> documents, Path index, TopicSource topics) {
    Optional<EmbeddingModels> models =
        isHybrid ? Optional.of(CommonOptions.requireModels()) : Optional.empty();
    IndexingLog untold =
        new IndexingLog(new PrintWriter(Writer.nullWriter()), Progress.Display.NONE);
    Indexing.Outcomes outcomes =
        new Indexing(index, documents, IndexingScope.Manner.USUAL, false).run(untold);
    err.printf(
        Locale.ROOT,
        "%s: %,d articles, %,d duplicates, %,d unreadable%n",
        name,
        outcomes.report().indexed(),
        outcomes.report().duplicates(),
        outcomes.totals().failed());
    models.ifPresent(given -> new SemanticPart(index, err).update(given, true));
    return of(index, topics);
  }

  /** Measures on an existing index. */
  List<MeasuredCollection> of(Path index, TopicSource topics) {
    try (SearchEngine engine = Engines.open(index).search(limit)) {
      return measured(engine, topics.apply(engine));
    }
  }

  /** Asks all topics together, so that each plain index is built only once. */
  private List<MeasuredCollection> measured(SearchEngine engine, List<JudgedTopics> collections) {
    long startedAt = System.nanoTime();
    List<Topic> topics = collections.stream().flatMap(of -> of.topics().values().stream()).toList();
    NamedRankings rankings = new NamedRankings(engine, topics, SearchMode.LEXICAL, err::println);
    List<Run> own = new ArrayList<>(List.of(rankings.own()));
    if (isHybrid) {
      own.add(rankings.run(NamedRankings.HYBRID));
    }
    List<Run> baselines = isCompared ? rankings.baselines() : List.of();
    err.printf(
        Locale.ROOT,
        "topics asked: %,d, in %.1f s%n",
        topics.size(),
        (System.nanoTime() - startedAt) / 1e9);
    return collections.stream()
        .map(of -> new MeasuredCollection(of.name(), all(own, of), all(baselines, of)))
        .toList();
  }

  private static List<Evaluation> all(List<Run> runs, JudgedTopics topics) {
    return runs.stream().map(topics::evaluate).toList();
  }
}
