package broadsheet.indexing;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.corpus.record.Stamp;
import broadsheet.engine.Engines;
import broadsheet.engine.FurnitureChange;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import broadsheet.path.PathName;
import broadsheet.recognize.Recognizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads files into an index: either builds a new index in place of the old one, or updates the
 * existing one with new, changed and deleted files.
 *
 * @param index the index folder
 * @param paths the files and folders to read; empty to read everything the index is built from
 * @param manner the way they are read
 * @param isUpdate whether unchanged content is kept from the existing index
 * @param mayLose whether sources may lose most of their articles; see {@link
 *     SourceLoss#isSuspicious}
 * @param names what is done about the names in articles
 * @param furniture where what sources repeat is treated in another way from now on
 */
public record Indexing(
    Path index,
    List<Path> paths,
    IndexingScope.Manner manner,
    boolean isUpdate,
    boolean mayLose,
    NameMode names,
    List<FurnitureChange> furniture) {

  /** An indexing that may lose nothing, and goes on with names as the archive is. */
  public Indexing(Path index, List<Path> paths, IndexingScope.Manner manner, boolean isUpdate) {
    this(index, paths, manner, isUpdate, false, NameMode.AS_IS, List.of());
  }

  /** A copy whose sources may lose most of their articles, or not. */
  public Indexing losing(boolean isAllowed) {
    return new Indexing(index, paths, manner, isUpdate, isAllowed, names, furniture);
  }

  /** A copy that does this about names. */
  public Indexing naming(NameMode names) {
    return new Indexing(index, paths, manner, isUpdate, mayLose, names, furniture);
  }

  /** A copy that treats what sources repeat like this. */
  public Indexing treating(List<FurnitureChange> changes) {
    return new Indexing(index, paths, manner, isUpdate, mayLose, names, changes);
  }

  /** The result of an indexing. */
  public record Outcomes(IndexingReport report, LedgerTotals totals, Duration took) {

    public double seconds() {
      return Math.max(1, took.toMillis()) / 1_000.0;
    }

    public double articlesPerSecond() {
      return report.indexed() / seconds();
    }

    public double megabytesPerSecond() {
      return totals.bytes() / 1e6 / seconds();
    }

    /** A one-line summary. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "indexed %,d, unchanged %,d, removed %,d, duplicate %,d,%s%s skipped %,d, failed %,d in"
              + " %.1f s (%,.0f articles/s, %.1f MB/s)",
          report.indexed(),
          report.unchanged(),
          report.removed(),
          report.duplicates(),
          ifAny(" earlier versions %,d,", report.superseded()),
          ifAny(" erased %,d,", report.erased()),
          totals.skipped(),
          totals.failed(),
          seconds(),
          articlesPerSecond(),
          megabytesPerSecond());
    }

    private static String ifAny(String format, long count) {
      return count == 0 ? "" : String.format(Locale.ROOT, format, count);
    }
  }

  /**
   * A rebuild from these paths.
   *
   * @param paths at least one
   * @throws broadsheet.corpus.record.CorpusException if one of them does not exist
   */
  public static Indexing rebuild(Path index, List<Path> paths) {
    IndexingScope.rebuild(paths, IndexingScope.Manner.USUAL);
    return new Indexing(index, paths, IndexingScope.Manner.USUAL, false);
  }

  /**
   * Runs the indexing.
   *
   * @param log receives progress and remarks
   * @throws SourceLostException if a source would lose most of its articles
   */
  public Outcomes run(IndexingLog log) {
    long startedAt = System.nanoTime();
    Instant start = Instant.now();
    Ledger ledger = new Ledger();
    IndexingScope rebuilt = isUpdate ? IndexingScope.nothing() : rebuilt();
    if (!isUpdate) {
      RoomCheck.require(Engines.open(index), rebuilt, () -> corpora(rebuilt), log);
    }
    try (IndexingSession session = session()) {
      IndexingScope scope =
          isUpdate ? IndexingScope.update(session.sources(), paths, manner) : rebuilt;
      log.missing(scope.missing(), index);
      read(scope, new Updating(session, _ -> true), ledger, log);
      removeUnseen(scope, session);
      if (!isUpdate) {
        requireArticles(ledger);
      }
      requireSources(session.losses(), scope);
      IndexingReport report = session.commit(scope.sources());
      clean(scope, start);
      session.rejected().forEach((id, reason) -> remarkRejected(ledger, id, reason));
      log.ledger(ledger);
      if (hasNotices(ledger)) {
        WithdrawnHeadlines.remove(index);
      }
      return new Outcomes(report, ledger.totals(), Duration.ofNanos(System.nanoTime() - startedAt));
    }
  }

  /**
   * Removes from an index everything that came from one of the files and folders it is built from,
   * whether or not that still exists.
   *
   * @throws broadsheet.corpus.record.CorpusException if the index is not built from it
   */
  public static Outcomes forget(Path index, Path source) {
    long startedAt = System.nanoTime();
    try (IndexingSession session = update(index, NameMode.AS_IS)) {
      IndexingScope rest = IndexingScope.without(session.sources(), source);
      session.removeUnseen(PathName.of(source.toAbsolutePath().normalize()));
      IndexingReport report = session.commit(rest.sources());
      new RecognizedPageFolders(index).keepOnly(rest.sources());
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      return new Outcomes(report, new Ledger().totals(), took);
    }
  }

  /** Deletes the recognized pages that the index has no use for any more. */
  private void clean(IndexingScope scope, Instant start) {
    RecognizedPageFolders pages = new RecognizedPageFolders(index);
    pages.keepOnly(scope.sources());
    if (!isUpdate) {
      pages.keepSince(start.minus(Stamp.COARSEST_CLOCK));
    }
  }

  /** Decides the names of an archive anew, from the articles that it has. */
  public static Outcomes decideNames(Path index) {
    long startedAt = System.nanoTime();
    try (IndexingSession session = update(index, NameMode.DECIDE)) {
      IndexingReport report = session.commit(session.sources());
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      return new Outcomes(report, new Ledger().totals(), took);
    }
  }

  /** The scope of a rebuild. */
  IndexingScope rebuilt() {
    return paths.isEmpty()
        ? IndexingScope.again(index, Engines.open(index).sources(), manner)
        : IndexingScope.rebuild(paths, manner);
  }

  static void remarkRejected(Ledger ledger, String id, String reason) {
    ledger.remark(id, "article that cannot be indexed", reason);
  }

  private IndexingSession session() {
    IndexingSession session = isUpdate ? update(index, names) : Engines.open(index).rebuild(names);
    furniture.forEach(session::treat);
    return session;
  }

  private static IndexingSession update(Path index, NameMode names) {
    return Engines.open(index).update(names);
  }

  /** Passes on everything in a scope. */
  void read(IndexingScope scope, Reception reception, Ledger ledger, IndexingLog log) {
    List<Corpus> corpora = corpora(scope);
    try (Progress _ = log.progress(corpora, ledger)) {
      int threads = Runtime.getRuntime().availableProcessors();
      corpora.forEach(corpus -> corpus.read(reception, ledger, threads));
    }
  }

  static void removeUnseen(IndexingScope scope, IndexingSession session) {
    scope.parts().forEach(part -> session.removeUnseen(PathName.of(part.path())));
  }

  /** One corpus per stated format, and per recognized source, since a corpus has one of each. */
  private List<Corpus> corpora(IndexingScope scope) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Map<Stated, List<Corpus.Part>> byStated = new LinkedHashMap<>();
    scope.parts().stream()
        .filter(IndexingScope::isThere)
        .forEach(
            part ->
                byStated
                    .computeIfAbsent(Stated.of(part.source()), f -> new ArrayList<>())
                    .add(scope.asCorpusPart(part)));
    List<Corpus> corpora = new ArrayList<>();
    byStated.forEach(
        (stated, parts) -> {
          Corpus corpus = Corpus.of(parts, today, recognizer(stated));
          corpora.add(stated.format().isEmpty() ? corpus : corpus.readAs(stated.format()));
        });
    return corpora;
  }

  /**
   * The format and the languages of recognition that sources state for all their files.
   *
   * @param source the path of a source whose pictures are recognized; empty for all others
   */
  private record Stated(String format, String languages, String source) {
    static Stated of(Source source) {
      String languages = source.languages();
      return new Stated(source.readAs(), languages, languages.isEmpty() ? "" : source.path());
    }
  }

  private Recognizer recognizer(Stated stated) {
    String languages = stated.languages();
    return languages.isEmpty()
        ? Recognizer.OFF
        : Recognizer.with(
            InstalledTesseract.find(languages),
            new RecognizedPageFolders(index).of(stated.source()));
  }

  /** A source that is out of reach must not lose its articles. */
  void requireSources(List<SourceLoss> changes, IndexingScope scope) {
    List<SourceLoss> lost =
        changes.stream()
            .filter(SourceLoss::isSuspicious)
            .filter(loss -> isUpdate || scope.covers(loss.source()))
            .toList();
    if (!mayLose && !lost.isEmpty()) {
      throw new SourceLostException(lost);
    }
  }

  private static boolean hasNotices(Ledger ledger) {
    return ledger.reasons(Outcome.SKIPPED).containsKey(LedgerEntry.WITHDRAWN);
  }

  /** A mistyped path must not replace a full index with an empty one; but withdrawn articles go. */
  private void requireArticles(Ledger ledger) {
    if (ledger.totals().indexed() == 0 && !hasNotices(ledger)) {
      String reasons = ReasonsPerKind.of(ledger);
      String message =
          "No articles were found in %s%s; the index in %s is unchanged. Give a file or folder of articles."
              .formatted(
                  paths.isEmpty() ? "what it was made from" : paths,
                  reasons.isEmpty() ? "" : " (" + reasons + ")",
                  index);
      throw new CorpusException(message);
    }
  }
}
