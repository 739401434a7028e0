package broadsheet.lucene.coordinator;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Explanation;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.explain.QueryUnits;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Completes the explanation of one shard by the counts of all. Not thread-safe. */
record MergedExplanation(CompiledRequest asked, Fusion fusion, ShardedRequest sharded) {

  Explanation of(Explanation own) throws IOException {
    Map<String, Long> counts = counts(own);
    return new Explanation(
        own.id(),
        own.title(),
        own.fit(),
        own.score(),
        own.rank(),
        own.isFolded(),
        sharded.ask(new ArchiveQuestion.SummaryQuestion()).stream()
            .mapToLong(IndexSummary::articles)
            .sum(),
        own.units().stream().map(unit -> counted(unit, counts)).toList(),
        own.pairs(),
        own.learnt(),
        own.meaning(),
        own.numbers(),
        Stream.concat(fusion.notes().stream(), own.notes().stream()).toList());
  }

  /** The number of articles of all shards with each unit, by its text. */
  private Map<String, Long> counts(Explanation own) throws IOException {
    List<Relaxation> relaxed =
        Stream.of(asked.plan().instead(), asked.plan().following())
            .flatMap(Optional::stream)
            .toList();
    Map<String, QueryNode> nodes = QueryUnits.of(asked.request().query(), relaxed);
    Map<String, QueryNode> wanted = new LinkedHashMap<>();
    for (Explanation.Unit unit : own.units()) {
      if (unit.articles().isPresent()) {
        wanted.put(unit.text(), Objects.requireNonNull(nodes.get(unit.text())));
      }
    }
    Map<String, Long> counts = new HashMap<>();
    QueryNode query = asked.request().query();
    List<QueryNode> parts = List.copyOf(wanted.values());
    for (List<Long> shard : sharded.ask(new SearchQuestion.OfParts(query, parts))) {
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
