package broadsheet.cli;

import broadsheet.engine.IndexingReport;
import broadsheet.engine.SearchMode;
import broadsheet.engine.TextEmbedder;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.MeasuredCollection;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.TestCollection;
import broadsheet.lucene.search.LuceneSearchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Indexes a collection as any other articles, and measures our rankings and plain Lucene's on it.
 *
 * @param err where progress is told
 * @param limit how long one topic may take
 * @param isHybrid whether finding by meaning is measured as well, for which vectors are made
 * @param keep the folder that indexes are kept in; empty where they are removed
 */
record CollectionMeasurement(
    PrintWriter err, Duration limit, boolean isHybrid, Optional<Path> keep) {

  /**
   * Measures it.
   *
   * @throws UsageException when it has no articles, or there is no model to find by meaning
   */
  MeasuredCollection of(TestCollection collection) {
    if (keep.isPresent()) {
      return measured(collection, keep.get().resolve(collection.name()));
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      return measured(collection, folder.path().resolve("index"));
    }
  }

  private MeasuredCollection measured(TestCollection collection, Path index) {
    long startedAt = System.nanoTime();
    index(collection, index);
    MeasuredCollection measured = ranked(collection, index);
    err.printf(
        Locale.ROOT,
        "%s: %,d topics, in %.1f s%n",
        collection.name(),
        measured.topics(),
        (System.nanoTime() - startedAt) / 1e9);
    return measured;
  }

  private void index(TestCollection collection, Path index) {
    Optional<TextEmbedder> model =
        isHybrid ? Optional.of(SemanticPart.requireModel()) : Optional.empty();
    IndexingReport report =
        new Indexing(index, collection.documents(), "", false).run(new Tale(err, false)).report();
    err.printf(
        Locale.ROOT,
        "%s: %,d articles, %,d the same as another%n",
        collection.name(),
        report.indexed(),
        report.duplicates());
    model.ifPresent(embedder -> new SemanticPart(index, err).update(embedder, true));
  }

  private MeasuredCollection ranked(TestCollection collection, Path index) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index, limit)) {
      NamedRankings rankings =
          new NamedRankings(engine, collection.topics().values(), SearchMode.LEXICAL);
      List<Run> own = new ArrayList<>(List.of(rankings.own()));
      if (isHybrid) {
        own.add(rankings.run(NamedRankings.HYBRID));
      }
      return new MeasuredCollection(
          collection.name(),
          evaluations(own, collection),
          evaluations(rankings.baselines(), collection));
    }
  }

  private static List<Evaluation> evaluations(List<Run> runs, TestCollection collection) {
    return runs.stream()
        .map(run -> Evaluation.of(run, collection.topics().keySet(), collection.qrels()))
        .toList();
  }
}
