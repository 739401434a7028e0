package broadsheet.lucene.shard;

import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.search.PartHits;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.statistics.GlobalDictionary;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.LocalStatistics;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one question on one shard. Not thread-safe. */
final class ShardWork implements IndexPart {

  private final Shard.View view;
  private final ReaderSnapshot own;
  private final GlobalDictionary facts;
  private final ShardCall call;
  private final int protocol;
  private final Deadline deadline;
  private @Nullable SearchBudget budget;
  private @Nullable CompiledRequest compiled;

  /**
   * @param view the shard by itself
   * @param facts the facts about the whole archive
   * @param isCancelled whether nobody waits for the answer any more
   */
  ShardWork(
      Shard.View view,
      GlobalDictionary facts,
      ShardCall.Received asked,
      BooleanSupplier isCancelled)
      throws IOException {
    call = asked.call();
    protocol = asked.protocol();
    this.view = view;
    own = view.snapshot().of(call.versions()).with(call.corrections());
    this.facts = facts;
    deadline = Deadline.in(call.left(), isCancelled);
  }

  @Override
  public ReaderSnapshot own() {
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

  @Override
  public SearchBudget budget() throws IOException {
    SearchBudget made = budget;
    if (made == null) {
      made = SearchBudget.of(own.within(facts), call.isHeavy(), call.limit(), deadline);
      budget = made;
    }
    return made;
  }

  @Override
  public CompiledRequest compiled(SearchRequest request) throws IOException {
    CompiledRequest known = compiled;
    if (known == null || !known.request().equals(request)) {
      known = CompiledRequest.of(request, budget());
      compiled = known;
    }
    return known;
  }

  /** The hits of a request, of its first tier by words and, if it asks for that, by meaning. */
  PartHits hits(SearchRequest request) throws IOException {
    CompiledRequest asked = compiled(request);
    Optional<FusedArticles> near = call.fused().filter(_ -> request.mode() == SearchMode.HYBRID);
    Fusion fusion =
        near.isPresent()
            ? near.get().in(asked, own.getIndexReader())
            : Fusion.without(asked.plan().query(asked.plan().first()), List.of());
    return new PartHits(asked, fusion);
  }

  /** The hits of a request on this shard, as it sends them. */
  ShardSearch search(SearchRequest request) throws IOException {
    return new ShardSearch(hits(request));
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

  List<GlobalStatistic> facts(List<StatisticRequest> lookups, int times) throws IOException {
    LocalStatistics ofPart = new LocalStatistics(own);
    Deadline patterns = SearchBudget.of(own, call.isHeavy(), call.limit(), deadline).patterns();
    List<GlobalStatistic> found = new ArrayList<>();
    for (StatisticRequest lookup : lookups) {
      found.add(ofPart.of(lookup, times, patterns));
    }
    return found;
  }

  Map<BytesRef, BytesRef> texts(List<BytesRef> ids) throws IOException {
    Map<BytesRef, BytesRef> texts = new HashMap<>();
    for (BytesRef id : ids) {
      OptionalInt document = ArticleSearch.document(id.utf8ToString(), own);
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
}
