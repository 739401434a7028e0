package broadsheet.lucene.coordinator;

import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.MeaningCandidates;
import broadsheet.lucene.meaning.MeaningFilter;
import broadsheet.lucene.meaning.ModelQuery;
import broadsheet.lucene.meaning.WordScores;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.PassageSearch;
import broadsheet.lucene.shard.MeaningQuestion;
import broadsheet.lucene.shard.PassageQuestion;
import broadsheet.query.tree.PlainWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * The coordinator's side of a search by meaning: the candidates in all shards of an archive and of
 * its passages. The shards of the passages do not know which articles a filter allows, or are there
 * at all. So those of the archive name the allowed ones if they are few; otherwise they are asked
 * which of the nearest are, and the passages for more of these until there are enough. Not
 * thread-safe.
 */
final class MergedCandidates implements MeaningCandidates {

  /** Sets another number of articles that are named. */
  static final String NAMED = "broadsheet.meaning.named";

  /** The most articles that are named to the shards of the passages, some 9 bytes each. */
  private static final int MOST_NAMED = 50_000;

  /** The most of the nearest passages that are looked at, some 30 bytes each. */
  private static final int MOST_LOOKED_AT = 76_800;

  /** The factor by which more passages are asked for, where too few were of allowed articles. */
  private static final int MORE = 4;

  private final CompiledRequest asked;
  private final SearchRequest request;
  private final String index;
  private final ShardedRequest sharded;
  private final Set<BytesRef> known = new HashSet<>();
  private final Set<BytesRef> allowed = new HashSet<>();
  private boolean isCut;

  /**
   * @param index the name of the index of passages
   */
  MergedCandidates(CompiledRequest asked, String index, ShardedRequest sharded) {
    this.asked = asked;
    request = asked.request().in(SearchMode.LEXICAL);
    this.index = index;
    this.sharded = sharded;
  }

  @Override
  public List<NearPassage> nearest(ModelQuery query, PlainWords plain, int most)
      throws IOException {
    PassageFields fields = PassageFields.of(query.description());
    Optional<List<Long>> among = named(plain);
    for (int depth = most; ; depth *= MORE) {
      PassageSearch search =
          new PassageSearch(fields, query.vector(), depth, query.scale().least());
      List<NearPassage> found = found(search, among);
      List<NearPassage> near = allowed(found);
      boolean isAll = found.size() < depth || depth >= MOST_LOOKED_AT;
      if (isAll || near.size() >= most || sharded.budget().finding().isPast()) {
        return near.subList(0, Math.min(most, near.size()));
      }
    }
  }

  /** The articles that meet the filter; empty if there is none, or they are too many. */
  private Optional<List<Long>> named(PlainWords plain) throws IOException {
    Optional<Query> filter = MeaningFilter.of(asked, plain);
    if (filter.isEmpty()) {
      return Optional.empty();
    }
    sharded.prepare(filter.get());
    int most = Integer.getInteger(NAMED, MOST_NAMED);
    List<Long> all = new ArrayList<>();
    boolean isAny = true;
    for (MeaningQuestion.Matching shard :
        sharded.ask(new MeaningQuestion.OfMatching(request, most))) {
      isCut |= shard.isCut();
      isAny &= shard.draws().isPresent();
      shard.draws().ifPresent(all::addAll);
    }
    return isAny && all.size() <= most ? Optional.of(all) : Optional.empty();
  }

  private List<NearPassage> found(PassageSearch search, Optional<List<Long>> among)
      throws IOException {
    return sharded.passages(new PassageQuestion.OfNearest(search, among), index).stream()
        .flatMap(List::stream)
        .sorted(NearPassage.ORDER)
        .limit(search.most())
        .toList();
  }

  /** Those of articles that are there and meet the filter. */
  private List<NearPassage> allowed(List<NearPassage> found) throws IOException {
    Set<BytesRef> unknown = new HashSet<>();
    found.forEach(passage -> unknown.add(passage.article()));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      announceScores();
      List<BytesRef> keys = unknown.stream().sorted().toList();
      sharded.ask(new MeaningQuestion.OfAllowed(request, keys)).forEach(allowed::addAll);
      known.addAll(unknown);
    }
    return found.stream().filter(passage -> allowed.contains(passage.article())).toList();
  }

  /** Asks in the same call what will be asked next. */
  private void announceScores() {
    WordScores.Wanted full = new WordScores.Wanted(FusedWords.FULL, SearchResults.FEW);
    sharded.prepare(full.words().of(asked.plan()));
    sharded.announce(question(full, List.of()));
  }

  private MeaningQuestion.OfWordScores question(WordScores.Wanted wanted, List<BytesRef> near) {
    return new MeaningQuestion.OfWordScores(request, wanted, near);
  }

  @Override
  public WordScores byWords(WordScores.Wanted wanted, List<BytesRef> near) throws IOException {
    sharded.prepare(wanted.words().of(asked.plan()));
    WordScores scores = WordScores.merged(sharded.ask(question(wanted, near)), wanted.most());
    isCut |= scores.isCut();
    return scores;
  }

  @Override
  public boolean isCut() {
    return isCut || sharded.budget().finding().isPast();
  }
}
