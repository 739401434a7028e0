package broadsheet.lucene.snapshot;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Coverage;
import broadsheet.lucene.facets.Facets;
import broadsheet.lucene.hits.RecentHits;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.reader.JoinedReader;
import broadsheet.lucene.reader.ReadOnce;
import broadsheet.lucene.reader.RestrictedReader;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LatestVersions;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * A searcher over one committed state of the index, with values that are computed once for that
 * state. Thread-safe.
 */
public final class ReaderSnapshot extends IndexSearcher implements BoundedSearcher.Scoring {

  private final StateData known;
  private final boolean isHiding;
  private final DocumentFrequencies termStatistics;
  private final ExpansionTermStats learnable;
  private final ReadOnce<IndexSummary> summary;
  private final ReadOnce<Coverage> coverage;
  private final Optional<ReadOnce<ReaderSnapshot>> everyVersion;
  private final RecentHits recent;

  /** The same state with the corrections asked for last. */
  private volatile @Nullable ReaderSnapshot corrected;

  /**
   * A snapshot of a whole archive, or of one part alone, with the latest version of each article.
   *
   * @param format the description of the state
   */
  public ReaderSnapshot(DirectoryReader reader, IndexFormat format) throws IOException {
    this(
        LatestVersions.of(reader),
        format,
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(IndexSchema.SUPERSEDED) == null
            ? Optional.empty()
            : Optional.of(
                new ReadOnce<>(() -> new ReaderSnapshot(reader, format, Optional.empty()))));
  }

  private ReaderSnapshot(
      DirectoryReader reader, IndexFormat format, Optional<ReadOnce<ReaderSnapshot>> everyVersion)
      throws IOException {
    this(reader, false, StateData.of(reader, format), everyVersion);
  }

  private ReaderSnapshot(
      DirectoryReader reader,
      boolean isHiding,
      StateData known,
      Optional<ReadOnce<ReaderSnapshot>> everyVersion)
      throws IOException {
    super(reader);
    this.known = known;
    this.isHiding = isHiding;
    this.everyVersion = everyVersion;
    if (isHiding) {
      setQueryCache(null);
    }
    setSimilarity(IndexSchema.similarity());
    termStatistics =
        DocumentFrequencies.shared(known.dictionary(), this, known.languages().all().size() > 1);
    learnable = new ExpansionTermStats(termStatistics);
    summary =
        new ReadOnce<>(() -> Summaries.of(this, JoinedReader.commits(reader), known.format()));
    coverage = new ReadOnce<>(() -> CoverageCounter.count(this));
    recent = new RecentHits();
  }

  private ReaderSnapshot(
      ReaderSnapshot part, StateData known, Optional<ReadOnce<ReaderSnapshot>> everyVersion) {
    super(part.getIndexReader());
    setQueryCache(part.getQueryCache());
    this.known = known;
    this.everyVersion = everyVersion;
    isHiding = part.isHiding;
    setSimilarity(IndexSchema.similarity());
    termStatistics =
        part.termStatistics.within(known.dictionary(), known.languages().all().size() > 1);
    learnable = new ExpansionTermStats(termStatistics);
    summary = part.summary;
    coverage = part.coverage;
    recent = part.recent;
  }

  /**
   * The same state for a user from whom documents are hidden. Term statistics cover all documents,
   * as they do for the owner of the index.
   *
   * @param shown its reader with the wrappers that hide them; open for one request
   * @throws IllegalArgumentException when they hide fields
   */
  public ReaderSnapshot shownBy(DirectoryReader shown) throws IOException {
    return restricted(
        LatestVersions.of(shown), every(whole -> whole.restricted(shown, Optional.empty())));
  }

  private ReaderSnapshot restricted(
      DirectoryReader shown, Optional<ReadOnce<ReaderSnapshot>> everyVersion) throws IOException {
    RestrictedReader reader = RestrictedReader.of((DirectoryReader) getIndexReader(), shown);
    return new ReaderSnapshot(reader, reader.isHiding(), known, everyVersion);
  }

  private Optional<ReadOnce<ReaderSnapshot>> every(
      IOFunction<ReaderSnapshot, ReaderSnapshot> change) {
    return everyVersion.map(every -> new ReadOnce<>(() -> change.apply(every.get())));
  }

  /** The reader as it was opened, which holds all versions of articles. */
  DirectoryReader opened() {
    return FilterDirectoryReader.unwrap((DirectoryReader) getIndexReader());
  }

  /** The same state with these versions of articles; documents have the same numbers. */
  public ReaderSnapshot of(VersionScope versions) throws IOException {
    return versions == VersionScope.ALL && everyVersion.isPresent()
        ? everyVersion.get().get()
        : this;
  }

  /** The same articles as a part of an archive whose dictionary is given. */
  public ReaderSnapshot within(Dictionary whole) throws IOException {
    return new ReaderSnapshot(
        this, known.with(whole, known.named()), every(all -> all.within(whole)));
  }

  /** The same articles with corrections of the names that were found in them. */
  public ReaderSnapshot with(List<NameCorrection> corrections) throws IOException {
    NamedFacets wanted = known.named().with(corrections);
    if (wanted.equals(known.named())) {
      return this;
    }
    ReaderSnapshot last = corrected;
    if (last == null || !last.known.named().equals(wanted)) {
      last =
          new ReaderSnapshot(
              this, known.with(known.dictionary(), wanted), every(all -> all.with(corrections)));
      corrected = last;
    }
    return last;
  }

  /** Statistics of the whole archive with the correct field lengths, see {@link FieldLengths}. */
  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    return known.dictionary().statistics(field);
  }

  @Override
  public Weight weight(Query query, ScoreMode mode, float boost, IndexSearcher part)
      throws IOException {
    return known.dictionary().weight(query, mode, boost, part);
  }

  /** Lucene's frequencies of terms do not go with {@link #collectionStatistics}. */
  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    return mode.needsScores()
        ? weight(query, mode, boost, this)
        : super.createWeight(query, mode, boost);
  }

  /** Whether there are articles that the user does not see. */
  public boolean isHiding() {
    return isHiding;
  }

  /** The dictionary of the whole archive. */
  public Dictionary dictionary() {
    return known.dictionary();
  }

  /** The metadata of the state. */
  public IndexFormat format() {
    return known.format();
  }

  /** The number of the published state, where it is known. */
  public long state() {
    return known.format().state();
  }

  /** Whether names are looked for in its articles. */
  public boolean hasNames() {
    return known.format().names().isFound();
  }

  /** The names that were found in its articles; read at the first call. */
  public FoundNames names() {
    return known.named().names();
  }

  /** The values of all facets; read at the first call. */
  public Facets facets() throws IOException {
    return known.named().facets().get();
  }

  /** The families of reprints; read at the first call. */
  public GroupNumbers families() throws IOException {
    return known.families().get();
  }

  /** The hits of its last searches, for further requests of the same page. */
  public RecentHits recent() {
    return recent;
  }

  /**
   * Reads the data that the first search would otherwise wait for, if searches of the other used
   * it.
   */
  void warmAs(ReaderSnapshot other) throws IOException {
    if (other.known.named().facets().isRead()) {
      known.named().facets().get();
      getLeafContexts().forEach(segment -> DateColumn.of(segment.reader()));
    }
    if (other.known.families().isRead()) {
      known.families().get();
    }
    ReaderSnapshot last = other.corrected;
    if (last != null) {
      with(last.known.named().corrections()).warmAs(last);
    }
  }

  /** Whether another thread is reading the facets, so that a caller has to wait for it. */
  public boolean isReadingFacets() {
    return known.named().facets().isUnderWay();
  }

  /** Whether anyone has asked for the facets. */
  boolean hasReadFacets() {
    return known.named().facets().isRead();
  }

  /** Statistics of expansion terms, cached over all searches. */
  public ExpansionTermStats learnable() {
    return learnable;
  }

  /** Statistics of terms, cached over all searches. */
  public DocumentFrequencies termStatistics() {
    return termStatistics;
  }

  /** Whether any article has ever had a reprint. */
  public boolean hasFamilies() {
    return known.hasFamilies();
  }

  /** The languages of its articles. */
  public ArticleLanguages languages() {
    return known.languages();
  }

  /** The months and sources it covers; counted once, at the first call. */
  public Coverage coverage() throws IOException {
    return coverage.get();
  }

  /** A summary of this state of the index. */
  public IndexSummary summary() throws IOException {
    return summary.get();
  }
}
