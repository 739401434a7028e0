package broadsheet.lucene.shard;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.lucene.account.LedgerReader;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.KnownFacts;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.facts.PartFacts;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.local.ReaderHits;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.similar.Neighbours;
import broadsheet.lucene.similar.ReaderNeighbours;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one question on one shard. Not thread-safe. */
final class ShardWork {

  private static final Sort OLDEST =
      new Sort(
          new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, false, Long.MAX_VALUE),
          new SortField(IndexSchema.ID, SortField.Type.STRING));

  private final Shard.View view;
  private final ReaderSnapshot own;
  private final KnownFacts facts;
  private final ShardCall call;
  private final int protocol;
  private final Deadline deadline;
  private @Nullable SearchBudget budget;

  /**
   * @param view the shard by itself
   * @param facts the facts about the whole archive
   * @param isCancelled whether nobody waits for the answer any more
   */
  ShardWork(
      Shard.View view, KnownFacts facts, ShardCall.Received asked, BooleanSupplier isCancelled)
      throws IOException {
    call = asked.call();
    protocol = asked.protocol();
    this.view = view;
    own = view.snapshot().of(call.versions()).with(call.corrections());
    this.facts = facts;
    deadline = Deadline.in(call.left(), isCancelled);
  }

  /** The shard by itself. */
  ReaderSnapshot own() {
    return own;
  }

  /** The number of the protocol in which it answers. */
  int protocol() {
    return protocol;
  }

  /** The documents of other states than the one asked for. */
  HiddenDocuments hidden() throws IOException {
    return view.hidden();
  }

  /** The milliseconds since an earlier state was asked for. */
  OptionalLong sinceEarlier() throws IOException {
    return view.sinceEarlier();
  }

  /** The budget over the shard, with the dictionary of the whole archive. */
  SearchBudget budget() throws IOException {
    SearchBudget made = budget;
    if (made == null) {
      made = SearchBudget.of(own.within(facts), call.isHeavy(), call.limit(), deadline);
      budget = made;
    }
    return made;
  }

  /** A request with the hits of its first tier, by words and, if it asks for that, by meaning. */
  Asked asked(SearchRequest request) throws IOException {
    CompiledRequest asked = CompiledRequest.of(request, budget());
    Optional<FusedArticles> near = call.fused().filter(_ -> request.mode() == SearchMode.HYBRID);
    Fusion fusion =
        near.isPresent()
            ? near.get().in(asked, own.getIndexReader())
            : Fusion.without(asked.plan().query(asked.plan().first()), List.of());
    return new Asked(asked, fusion);
  }

  /** A request, compiled for this shard. */
  record Asked(CompiledRequest request, Fusion fusion) {}

  /** The hits of a request on this shard alone. */
  Hits hits(SearchRequest request) throws IOException {
    boolean isFolding = budget().snapshot().hasFamilies();
    Asked asked = asked(isFolding ? request : request.unfolded());
    return ReaderHits.fused(asked.request(), asked.fusion());
  }

  /** The hits of a request on this shard, as it sends them. */
  ShardSearch search(SearchRequest request) throws IOException {
    return new ShardSearch(asked(request));
  }

  /** The passages of a shard that has nothing else. */
  DirectoryReader passages() {
    return view.shown();
  }

  /** The time left to answer. */
  Deadline deadline() {
    return deadline;
  }

  /** The articles to be embedded. */
  EmbeddedArticles embedded() {
    return new EmbeddedArticles(own);
  }

  List<Fact> facts(List<Lookup> lookups, int times) throws IOException {
    PartFacts ofPart = new PartFacts(own);
    Deadline patterns = SearchBudget.of(own, call.isHeavy(), call.limit(), deadline).patterns();
    List<Fact> found = new ArrayList<>();
    for (Lookup lookup : lookups) {
      found.add(ofPart.of(lookup, times, patterns));
    }
    return found;
  }

  private OptionalInt document(String id) throws IOException {
    return ArticleSearch.document(id, own);
  }

  Map<BytesRef, BytesRef> texts(List<BytesRef> ids) throws IOException {
    Map<BytesRef, BytesRef> texts = new HashMap<>();
    for (BytesRef id : ids) {
      OptionalInt document = document(id.utf8ToString());
      if (document.isPresent()) {
        ForwardReader.packed(document.getAsInt(), own.getIndexReader())
            .ifPresent(text -> texts.put(id, text));
      }
    }
    return texts;
  }

  List<Long> counts(QueryNode query, List<QueryNode> parts) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(budget());
    compiler.compile(query); // the parts are read as parts of it
    List<Long> counts = new ArrayList<>();
    for (QueryNode part : parts) {
      Optional<Query> alone = compiler.part(part);
      counts.add(alone.isPresent() ? (long) budget().finder().count(alone.get()) : 0L);
    }
    return counts;
  }

  List<Boolean> hasAny(List<QueryNode> queries, Filters filters) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(budget());
    FilterClause clause = compiler.filter(filters);
    List<Boolean> isAny = new ArrayList<>();
    for (QueryNode query : queries) {
      isAny.add(AnyHit.of(clause.of(compiler.compile(query)), budget().snapshot()));
    }
    return isAny;
  }

  Map<String, NamedArticle> articles(List<String> ids) throws IOException {
    Map<String, NamedArticle> articles = new LinkedHashMap<>();
    for (String id : ids) {
      ArticleSearch.article(id, own).ifPresent(article -> articles.put(id, article));
    }
    return articles;
  }

  Optional<ArticleQuestion.Marked> marked(String id, QueryNode query) throws IOException {
    OptionalInt document = document(id);
    Optional<MarkedArticle> found =
        document.isEmpty() ? Optional.empty() : new ArticleSearch(budget()).marked(id, query);
    OptionalLong family =
        document.isEmpty()
            ? OptionalLong.empty()
            : Folding.family(own.getIndexReader(), document.getAsInt());
    return found.map(article -> new ArticleQuestion.Marked(article, family));
  }

  List<ArticleQuestion.Member> members(long family, int most) throws IOException {
    Query members = NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family);
    List<ArticleQuestion.Member> found = new ArrayList<>();
    for (ScoreDoc each : own.search(members, most, OLDEST).scoreDocs) {
      Object[] place = ((FieldDoc) each).fields;
      Article article = new StoredArticle(own.storedFields().document(each.doc)).article();
      found.add(
          new ArticleQuestion.Member(
              (Long) place[0], BytesRef.deepCopyOf((BytesRef) place[1]), article));
    }
    return found;
  }

  List<PartDates> dates(List<QueryNode> queries, Filters filters) throws IOException {
    FilterClause clause = FilterClause.to(filters, budget().snapshot().names());
    List<PartDates> dates = new ArrayList<>();
    for (QueryNode query : queries) {
      BoundedSearcher finder = budget().finder();
      Query asked = clause.of(LanguageCompiler.within(budget()).compile(query));
      dates.add(PartDates.of(HitSet.of(asked, finder), !finder.isCut()));
    }
    return dates;
  }

  /** The neighbours of an article on this shard alone. */
  Neighbours neighbours() throws IOException {
    return new ReaderNeighbours(budget());
  }

  LedgerReader ledger() {
    return new LedgerReader(own);
  }
}
