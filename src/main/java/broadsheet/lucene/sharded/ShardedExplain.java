package broadsheet.lucene.sharded;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.explain.PartExplanation;
import broadsheet.lucene.explain.PartExplanation.RankedHit;
import broadsheet.lucene.explain.PartExplanation.WholeRanking;
import broadsheet.lucene.rank.ExpansionTerms;
import broadsheet.lucene.rank.MergedHits;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.shard.Part;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;

/**
 * Explains an article: the shard that has it is told how all shards rank what its query finds, and
 * all count the articles that have each unit. Not thread-safe.
 */
final class ShardedExplain {

  private final SearchRequest request;
  private final List<Note> remarks;
  private final Round round;
  private final ShardedPage listing;

  /**
   * @param remarks on the request
   */
  ShardedExplain(SearchRequest request, List<Note> remarks, Round round) throws IOException {
    this.request = request;
    this.remarks = remarks;
    this.round = round;
    listing = new ShardedPage(request.unfolded(), round);
  }

  Optional<Explanation> of(String id) throws IOException {
    Map<Part, WholeRanking> rankings = new EnumMap<>(Part.class);
    while (true) {
      Optional<Part> needed = Optional.empty();
      for (SearchQuestion.Explained shard :
          round.ask(new SearchQuestion.OfExplanation(request, id, Map.copyOf(rankings)))) {
        if (shard.explanation().isPresent()) {
          return Optional.of(counted(shard.explanation().get()));
        }
        needed = needed.or(shard::needed);
      }
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      rankings.put(needed.get(), ranking(needed.get()));
    }
  }

  private WholeRanking ranking(Part part) throws IOException {
    MergedHits hits = listing.hits();
    ScoreDoc[] found = listing.after(part, Optional.empty(), PartExplanation.DEPTH);
    Reranking.Ranked ranked = listing.reranking().ranked(found);
    ScoreDoc[] all = ranked.hits().toArray(ScoreDoc[]::new);
    Set<ScoreDoc> listed = new HashSet<>(hits.listed(all, all.length, hits.members(all)));
    List<RankedHit> told = new ArrayList<>();
    for (ScoreDoc hit : all) {
      SentHit sent = hits.sent(hit);
      told.add(new RankedHit(sent.id(), hit.score, sent.family(), listed.contains(hit)));
    }
    return new WholeRanking(
        told,
        ranked.window(),
        ranked.learnt().map(ExpansionTerms::words),
        round.isWhole() && !round.client().finding().isPast());
  }

  /** The explanation with the counts of all shards. */
  private Explanation counted(Explanation own) throws IOException {
    List<Relaxation> relaxed =
        Stream.of(listing.plan().instead(), listing.plan().following())
            .flatMap(Optional::stream)
            .toList();
    Map<String, QueryNode> nodes = PartExplanation.units(request.query(), relaxed);
    Map<String, Long> counts = counts(own, nodes);
    return new Explanation(
        own.id(),
        own.title(),
        own.fit(),
        own.score(),
        own.rank(),
        own.isFolded(),
        round.ask(new ArchiveQuestion.OfSummary()).stream().mapToLong(IndexSummary::articles).sum(),
        own.units().stream().map(unit -> counted(unit, counts)).toList(),
        own.pairs(),
        own.learnt(),
        own.meaning(),
        own.numbers(),
        Stream.concat(remarks.stream(), own.notes().stream()).toList());
  }

  /** How many articles of all shards have each unit, by its text. */
  private Map<String, Long> counts(Explanation own, Map<String, QueryNode> nodes)
      throws IOException {
    Map<String, QueryNode> wanted = new LinkedHashMap<>();
    for (Explanation.Unit unit : own.units()) {
      if (unit.articles().isPresent()) {
        wanted.put(unit.text(), Objects.requireNonNull(nodes.get(unit.text())));
      }
    }
    wanted.values().forEach(node -> round.compiler().part(node));
    Map<String, Long> counts = new HashMap<>();
    for (List<Long> shard : round.ask(new SearchQuestion.OfParts(List.copyOf(wanted.values())))) {
      int place = 0;
      for (String text : wanted.keySet()) {
        counts.merge(text, shard.get(place++), Long::sum);
      }
    }
    return counts;
  }

  private static Explanation.Unit counted(Explanation.Unit unit, Map<String, Long> counts) {
    return unit.articles().isEmpty()
        ? unit
        : unit.with(OptionalLong.of(counts.getOrDefault(unit.text(), 0L)));
  }
}
