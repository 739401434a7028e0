package broadsheet.lucene.gather;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.suggest.CompletionSource;
import broadsheet.lucene.suggest.PlacesWanted;
import broadsheet.lucene.suggest.PrintedPlace;
import broadsheet.lucene.suggest.PrintedPlaces;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The source of completions in all shards. Not thread-safe. */
final class ShardedCompletions implements CompletionSource {

  /** The number of queries that the shards are asked at once, at most. */
  private static final int AT_ONCE = 10;

  private final ShardedRequest sharded;
  private final boolean hasNames;
  private final Map<QueryNode, Boolean> known = new HashMap<>();
  private final Map<ArchiveQuestion.OfBeginning, Map<FacetField, List<NameEntry>>> names =
      new HashMap<>();
  private List<QueryNode> announced = List.of();

  /**
   * @param hasNames whether names are looked for in the articles
   */
  ShardedCompletions(ShardedRequest sharded, boolean hasNames) {
    this.sharded = sharded;
    this.hasNames = hasNames;
  }

  @Override
  public Dictionary dictionary() {
    return sharded.facts();
  }

  @Override
  public ArticleLanguages languages() {
    return sharded.facts().languages();
  }

  @Override
  public long values(String field) {
    return sharded.facts().values(field);
  }

  /** Asks once for the names of all facets. */
  @Override
  public List<NameEntry> names(FacetField facet, String typed, boolean isWithin, int most)
      throws IOException {
    var asked = new ArchiveQuestion.OfBeginning(typed, isWithin, most);
    Map<FacetField, List<NameEntry>> beginning = names.get(asked);
    if (beginning == null) {
      beginning = hasNames ? sharded.ask(asked).getFirst() : Map.of();
      names.put(asked, beginning);
    }
    return beginning.getOrDefault(facet, List.of());
  }

  @Override
  public void announcePlaces(List<PlacesWanted> wanted) {
    wanted.stream().map(ArchiveQuestion.OfDrawnPlaces::new).forEach(sharded::announce);
  }

  @Override
  public List<PrintedPlace> places(PlacesWanted wanted) throws IOException {
    var asked = new ArchiveQuestion.OfDrawnPlaces(wanted);
    return PrintedPlaces.places(wanted, sharded.ask(asked));
  }

  @Override
  public void announce(List<QueryNode> queries) {
    announced = queries;
  }

  @Override
  public boolean hasAny(QueryNode query) throws IOException {
    if (!known.containsKey(query)) {
      ask(
          Stream.concat(Stream.of(query), announced.stream())
              .filter(each -> !known.containsKey(each))
              .distinct()
              .limit(AT_ONCE)
              .toList());
    }
    return known.getOrDefault(query, false);
  }

  private void ask(List<QueryNode> queries) throws IOException {
    queries.forEach(query -> sharded.prepare(query, Filters.none()));
    List<List<Boolean>> shards = sharded.ask(new SearchQuestion.OfAny(queries, Filters.none()));
    for (int i = 0; i < queries.size(); i++) {
      int place = i;
      known.put(queries.get(i), shards.stream().anyMatch(shard -> shard.get(place)));
    }
  }
}
