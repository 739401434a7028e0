package broadsheet.lucene.gather;

import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.GatheredFacts;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.FactsQuestion;
import broadsheet.lucene.shard.ShardCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The term statistics that one request knows: those that it gathered, and those that were kept of
 * requests before it. Not thread-safe.
 */
final class RequestFacts {

  private final ShardedArchive archive;
  private final RequestCalls calls;
  private final Map<Lookup, Fact> gathered = new HashMap<>();

  RequestFacts(ShardedArchive archive, RequestCalls calls) {
    this.archive = archive;
    this.calls = calls;
  }

  /** A fact; null if it is not known yet. */
  @Nullable Fact known(Lookup lookup) {
    Fact own = gathered.get(lookup);
    return own == null ? archive.facts().get(lookup).orElse(null) : own;
  }

  /**
   * Gathers facts from all shards, and keeps them for other requests if they are whole.
   *
   * @param areInTime whether they were, asked afterwards
   */
  void gather(Set<Lookup> missing, BooleanSupplier areInTime) throws IOException {
    Map<Lookup, Fact> found =
        GatheredFacts.of(
            archive.facts().renewing(missing),
            (lookups, times) -> replies(new FactsQuestion(lookups, times)));
    gathered.putAll(found);
    if (calls.isWhole() && areInTime.getAsBoolean()) {
      found.forEach(this::keep);
    }
  }

  private <A> List<A> replies(PartQuestion<A> question) throws IOException {
    List<A> all = new ArrayList<>();
    for (ShardCall.Answer reply : calls.send(question, Map.of(), Optional.empty())) {
      all.add(calls.answer(question, reply));
    }
    return all;
  }

  private void keep(Lookup lookup, Fact fact) {
    if (!isCutShort(lookup, fact)) {
      archive.facts().keep(lookup, fact);
    }
  }

  /** Whether a shard ran out of time and named fewer terms than it has and was asked for. */
  private static boolean isCutShort(Lookup lookup, Fact fact) {
    return lookup instanceof Lookup.Frequent frequent
        && fact instanceof Fact.Terms(List<Fact.Counted> terms, boolean isCut)
        && isCut
        && terms.size() < frequent.most();
  }
}
