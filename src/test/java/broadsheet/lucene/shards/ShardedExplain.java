package broadsheet.lucene.shards;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.explain.ShardedExplanation;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.MergedHits;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;

/**
 * Explains an article: the shard that has it is told how all shards rank what its query finds, and
 * the others count the articles that have each unit. Not thread-safe.
 */
final class ShardedExplain {

  private final SearchRequest request;
  private final Round round;
  private final ShardedPage listing;

  ShardedExplain(SearchRequest request, Round round) throws IOException {
    this.request = request;
    this.round = round;
    listing = new ShardedPage(request.unfolded(), round);
  }

  Optional<Explanation> of(String id) throws IOException {
    for (int i = 0; i < round.shards().size(); i++) {
      SearchBudget shard = round.shards().get(i);
      OptionalInt document = ArticleSearch.document(id, shard.snapshot());
      if (document.isPresent()) {
        ShardSearch search = listing.shards().get(i);
        Optional<Explanation> explained =
            ShardedExplanation.of(
                id,
                request,
                shard,
                Meanings.of(Path.of("none")),
                query -> ranking(search.part(query), id, document.getAsInt()));
        return explained.isPresent() ? Optional.of(counted(explained.get())) : explained;
      }
    }
    return Optional.empty();
  }

  /**
   * Ranks the hits of all shards. The article goes by its document number in its own shard, the
   * others by numbers of their own.
   */
  private ShardedExplanation.Ranking ranking(Part part, String id, int document)
      throws IOException {
    MergedHits hits = listing.hits();
    ScoreDoc[] found = listing.after(part, null, ShardedExplanation.DEPTH);
    Reranking.Ranked ranked = listing.reranking().ranked(found);
    ScoreDoc[] all = ranked.hits().toArray(ScoreDoc[]::new);
    List<ScoreDoc> listed = hits.listed(all, all.length, hits.members(all));
    int number =
        Arrays.stream(all)
            .filter(hit -> hits.sent(hit).id().utf8ToString().equals(id))
            .mapToInt(hit -> hit.doc)
            .findFirst()
            .orElse(-1);
    UnaryOperator<ScoreDoc> renumbered =
        hit -> new ScoreDoc(hit.doc == number ? document : -1 - hit.doc, hit.score);
    return new ShardedExplanation.Ranking(
        new Reranking.Ranked(
            ranked.hits().stream().map(renumbered).toList(), ranked.window(), ranked.learnt()),
        listed.stream().map(renumbered).toList(),
        !round.client().finding().isPast(),
        hits.numbered(hit -> hit == document ? number : -1 - hit));
  }

  /** The explanation with the counts of all shards. */
  private Explanation counted(Explanation own) throws IOException {
    SearchPlan plan = new SearchPlan(request.query(), round.compiler());
    List<Relaxation> relaxed =
        Stream.of(plan.instead(), plan.following()).flatMap(Optional::stream).toList();
    Map<String, QueryNode> nodes = ShardedExplanation.units(request.query(), relaxed);
    List<Explanation.Unit> units = new ArrayList<>();
    for (Explanation.Unit unit : own.units()) {
      units.add(unit.articles().isPresent() ? counted(unit, nodes) : unit);
    }
    return new Explanation(
        own.id(),
        own.title(),
        own.fit(),
        own.score(),
        own.rank(),
        own.isFolded(),
        round.shards().stream().mapToLong(shard -> shard.snapshot().summary().articles()).sum(),
        units,
        own.pairs(),
        own.learnt(),
        own.meaning(),
        own.numbers(),
        own.notes());
  }

  private Explanation.Unit counted(Explanation.Unit unit, Map<String, QueryNode> nodes)
      throws IOException {
    long sum = 0;
    for (ShardSearch shard : listing.shards()) {
      sum += shard.count(Objects.requireNonNull(nodes.get(unit.text())));
    }
    return new Explanation.Unit(
        unit.text(),
        unit.role(),
        unit.isThere(),
        unit.isMissing(),
        unit.places(),
        unit.forms(),
        OptionalLong.of(sum),
        unit.share());
  }
}
