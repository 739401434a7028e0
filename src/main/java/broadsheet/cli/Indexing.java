package broadsheet.cli;

import broadsheet.alert.SavedSearches;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.Ledger;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.ledger.LedgerTotals;
import broadsheet.lucene.index.LuceneIndexingSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files into an index: a new one in the old one's place, or what of them is new, changed or
 * gone into the one there is.
 *
 * @param index the folder of the index
 * @param paths what is read; in an update none for all that the index is made from
 * @param manner how it is read
 * @param isUpdate whether what has not changed is taken over from the index there is
 * @param mayForgetArrivals whether a rebuild goes on where what came in for saved searches can be
 *     read nowhere
 */
record Indexing(
    Path index,
    List<Path> paths,
    Scope.Manner manner,
    boolean isUpdate,
    boolean mayForgetArrivals) {

  /** One that loses nothing of what came in. */
  Indexing(Path index, List<Path> paths, Scope.Manner manner, boolean isUpdate) {
    this(index, paths, manner, isUpdate, false);
  }

  /** The same that goes on where what came in can be read nowhere. */
  Indexing forgettingArrivals() {
    return new Indexing(index, paths, manner, isUpdate, true);
  }

  /** What it came to. */
  record Outcomes(IndexingReport report, LedgerTotals totals, Duration took) {

    double seconds() {
      return Math.max(1, took.toMillis()) / 1_000.0;
    }

    double articlesPerSecond() {
      return report.indexed() / seconds();
    }

    double megabytesPerSecond() {
      return totals.bytes() / 1e6 / seconds();
    }
  }

  /**
   * A rebuild from what lies at these paths; from the seed articles where there is none.
   *
   * @throws broadsheet.corpus.CorpusException when one of them does not exist
   */
  static Indexing rebuild(Path index, List<Path> paths) {
    List<Path> read = paths.isEmpty() ? List.of(Home.seeds()) : paths;
    Scope.rebuild(read, Scope.Manner.USUAL);
    return new Indexing(index, read, Scope.Manner.USUAL, false);
  }

  /**
   * Does it.
   *
   * @param tale where progress and remarks are told
   */
  Outcomes run(Tale tale) {
    long startedAt = System.nanoTime();
    Ledger ledger = new Ledger();
    Scope rebuilt = isUpdate ? Scope.nothing() : Scope.rebuild(paths, manner);
    try (IndexingSession session = session()) {
      Scope scope = isUpdate ? Scope.update(session.sources(), paths, manner) : rebuilt;
      tale.missing(scope.missing());
      read(scope, session, ledger, tale);
      if (!isUpdate) {
        requireArticles(ledger);
      }
      IndexingReport report = session.commit(scope.sources());
      SavedSearches.of(index).move();
      session.rejected().forEach((id, reason) -> remarkRejected(ledger, id, reason));
      tale.ledger(ledger);
      return new Outcomes(report, ledger.totals(), Duration.ofNanos(System.nanoTime() - startedAt));
    }
  }

  /**
   * Takes out of an index all that came from one of the files and folders it is made from, there or
   * not.
   *
   * @throws broadsheet.corpus.CorpusException when it is not made from it
   */
  static Outcomes forget(Path index, Path source) {
    long startedAt = System.nanoTime();
    try (IndexingSession session = update(index)) {
      Scope rest = Scope.without(session.sources(), source);
      session.removeUnseen(source.toAbsolutePath().normalize().toString());
      IndexingReport report = session.commit(rest.sources());
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      return new Outcomes(report, new Ledger().totals(), took);
    }
  }

  private static void remarkRejected(Ledger ledger, String id, String reason) {
    ledger.remark(id, "article that cannot be indexed", reason);
  }

  private IndexingSession session() {
    return isUpdate
        ? update(index)
        : LuceneIndexingSession.open(
            index, mayForgetArrivals ? Alerts.dispensableCopy(index) : Alerts.copy(index));
  }

  private static IndexingSession update(Path index) {
    return LuceneIndexingSession.update(
        index, Alerts.standing(SavedSearches.of(index)), Alerts.copy(index));
  }

  private void read(Scope scope, IndexingSession session, Ledger ledger, Tale tale) {
    List<Corpus> corpora = corpora(scope);
    try (Progress _ = tale.progress(corpora, ledger)) {
      int threads = Runtime.getRuntime().availableProcessors();
      corpora.forEach(corpus -> corpus.read(new Updating(session), ledger, threads));
    }
    scope.parts().forEach(part -> session.removeUnseen(part.path().toString()));
  }

  /** One for each format that is said to be read, since that holds for a whole corpus. */
  private static List<Corpus> corpora(Scope scope) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Map<String, List<Corpus.Part>> byFormat = new LinkedHashMap<>();
    scope.parts().stream()
        .filter(Scope::isThere)
        .forEach(
            part ->
                byFormat
                    .computeIfAbsent(part.source().readAs(), f -> new ArrayList<>())
                    .add(scope.asCorpusPart(part)));
    List<Corpus> corpora = new ArrayList<>();
    byFormat.forEach(
        (format, parts) -> {
          Corpus corpus = Corpus.ofParts(parts, today);
          corpora.add(format.isEmpty() ? corpus : corpus.readAs(format));
        });
    return corpora;
  }

  /** A mistyped path must not put an empty index in the place of a full one. */
  private void requireArticles(Ledger ledger) {
    if (ledger.totals().indexed() == 0) {
      String reasons = ReasonsPerKind.of(ledger);
      String message =
          "No article was found in %s%s; the index in %s is as it was. Name a file or folder of articles."
              .formatted(paths, reasons.isEmpty() ? "" : " (" + reasons + ")", index);
      throw new UsageException(message, null);
    }
  }
}
