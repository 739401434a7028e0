package broadsheet.lucene.sharded;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.suggest.CompletionSource;
import broadsheet.lucene.suggest.PlacesWanted;
import broadsheet.lucene.suggest.PrintedPlace;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What completions are made from, in all shards. Not thread-safe. */
record ShardedCompletions(Round round) implements CompletionSource {

  @Override
  public Dictionary dictionary() {
    return round.facts();
  }

  @Override
  public ArticleLanguages languages() {
    return round.facts().languages();
  }

  @Override
  public long values(String field) {
    return round.facts().values(field);
  }

  @Override
  public List<PrintedPlace> places(PlacesWanted wanted) throws IOException {
    List<PrintedPlace> places = new ArrayList<>();
    round
        .ask(new ArchiveQuestion.OfPlaces(wanted, round.facts().documents()))
        .forEach(places::addAll);
    return places;
  }

  @Override
  public boolean hasAny(QueryNode query) throws IOException {
    round.prepare(round.compiler().compile(query));
    return round.ask(new SearchQuestion.OfAny(List.of(query), Filters.none())).stream()
        .anyMatch(shard -> shard.getFirst());
  }
}
