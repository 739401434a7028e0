package broadsheet.lucene.coordinator;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.meaning.FusedSearch;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.search.SearchParts;
import broadsheet.lucene.shard.PassageQuestion;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.statistics.GlobalDictionary;
import broadsheet.lucene.statistics.MissingStatistics;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.names.NameCorrection;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates one request over all shards, within one time limit. When facts turn out to be
 * missing, they are gathered and the work starts again from the beginning; the answers that the
 * shards gave before are reused. Not thread-safe.
 */
final class ShardedRequest implements SearchParts {

  /** A query with patterns needs two or three gatherings, and feedback one more. */
  static final int MOST_ATTEMPTS = 30;

  private final ShardedArchive archive;
  private final List<NameCorrection> corrections;
  private final RequestCalls calls;
  private final boolean isHeavy;
  private final Duration limit;
  private final Deadline deadline;
  private final RequestStatistics kept;
  private final RequestAnswers answers;
  private GlobalDictionary facts;
  private @Nullable FusedSearch fused;
  private SearchBudget client;

  private ShardedRequest(
      ShardedArchive archive,
      List<NameCorrection> corrections,
      boolean isHeavy,
      Duration limit,
      Deadline deadline)
      throws IOException {
    this.archive = archive;
    this.corrections = corrections;
    calls = new RequestCalls(archive, corrections, isHeavy, limit, deadline);
    this.isHeavy = isHeavy;
    this.limit = limit;
    this.deadline = deadline;
    kept = new RequestStatistics(archive, calls);
    answers = new RequestAnswers(calls, kept);
    facts = new GlobalDictionary(kept::known);
    client = fresh();
  }

  /** Work that may run several times, until all facts that it needs are known. */
  interface Work<T> {
    T with(ShardedRequest sharded) throws IOException;
  }

  /**
   * Does work with the shards of an archive.
   *
   * @throws StateGoneException when they cannot show this state of it any more
   */
  static <T> T done(
      ShardedArchive archive,
      List<NameCorrection> corrections,
      boolean isHeavy,
      Duration limit,
      Deadline deadline,
      Work<T> work) {
    try {
      return new ShardedRequest(archive, corrections, isHeavy, limit, deadline).done(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T done(Work<T> work) throws IOException {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        T done = work.with(this);
        if (facts.isEnough()) {
          return done;
        }
      } catch (MissingStatistics _) {
        // gathered below
      }
      gather(facts.missing());
      begin();
    }
    throw RequestAnswers.disagreeing();
  }

  private void begin() throws IOException {
    answers.forgetAnnounced();
    facts = new GlobalDictionary(kept::known);
    client = fresh();
  }

  private SearchBudget fresh() throws IOException {
    return SearchBudget.of(ShardedArchive.client().within(facts), isHeavy, limit, deadline);
  }

  private void gather(Set<StatisticRequest> missing) throws IOException {
    // A pattern may be cut short where the time for patterns is over.
    kept.gather(missing, () -> !client.patterns().isPast());
  }

  @Override
  public SearchBudget budget() {
    return client;
  }

  /** The known statistics of the archive. */
  GlobalDictionary facts() {
    return facts;
  }

  @Override
  public IndexFormat format() {
    return archive.format();
  }

  @Override
  public boolean isOne() {
    return false;
  }

  @Override
  public boolean isWhole() {
    return calls.isWhole();
  }

  @Override
  public List<Note> notes() {
    return isWhole()
        ? List.of()
        : List.of(new Note.PartUnreachable(calls.answered(), calls.parts()));
  }

  @Override
  public Hits hits(AskedSearch asked, FusedWords relaxed) throws IOException {
    return new CoordinatorHits(asked, relaxed, this);
  }

  @Override
  public void lookUp(QueryNode query) {
    LanguageCompiler.within(client).compile(query);
  }

  @Override
  public void lookUp(QueryNode query, Filters filters) throws IOException {
    prepare(query, filters);
  }

  @Override
  public LanguageCompiler prepare(QueryNode query, Filters filters) {
    LanguageCompiler compiler = LanguageCompiler.within(client);
    prepare(compiler.filter(filters).of(compiler.compile(query)));
    return compiler;
  }

  /** Looks up the facts that the shards need to score a query. */
  void prepare(Query query) {
    facts.find(query);
  }

  /**
   * The answers of all shards, in their order. A question is sent once, even if the work runs
   * several times.
   *
   * @throws MissingStatistics when facts are missing, which are then gathered
   */
  @Override
  public <A> List<A> ask(PartQuestion<A> question) throws IOException {
    facts.require();
    return answers.of(question, new RequestAnswers.Asking(facts, near(), this::gather));
  }

  /**
   * The answers of all shards of the archive's passages. A question is sent once.
   *
   * @param index the name of their index
   */
  <A> List<A> passages(PassageQuestion<A> question, String index) throws IOException {
    facts.require();
    Duration left = client.finding().part(MeaningSearch.SHARE).left();
    return answers.once(question, () -> calls.ofPassages(question, index, left));
  }

  /** Finds articles near in meaning. */
  interface Fusing {
    FusedSearch search() throws IOException;
  }

  /**
   * The articles near in meaning, which are found once. From then on the shards know of them when
   * they answer questions about a request by meaning.
   */
  FusedSearch fused(Fusing fusing) throws IOException {
    FusedSearch known = fused;
    if (known == null) {
      known = fusing.search();
      fused = facts.isEnough() ? known : null;
    }
    return known;
  }

  private Optional<FusedArticles> near() {
    return fused == null ? Optional.empty() : fused.articles();
  }

  @Override
  public void announce(PartQuestion<?> question) {
    answers.announce(question);
  }

  /** The question is sent once for each state of the archive. */
  @Override
  @SuppressWarnings("unchecked") // answers are kept by their question
  public <A> List<A> about(PartQuestion<A> question) throws IOException {
    Optional<Object> known = archive.answers().get(question);
    if (known.isPresent()) {
      return (List<A>) known.get();
    }
    List<A> all = ask(question);
    if (isWhole()) {
      archive.answers().keep(question, all);
    }
    return all;
  }

  /** Asks in a separate request, after the end of this one. */
  <A> List<A> askAnew(PartQuestion<A> question) {
    return done(archive, corrections, isHeavy, limit, deadline, next -> next.ask(question));
  }

  /** Caches references, which are likely to be needed next. */
  void keep(List<ArticleRef> refs) {
    archive.keep(refs);
  }

  /** See {@link RequestCalls#share}. */
  int share(int best) {
    return calls.share(best);
  }
}
