package broadsheet.lucene.words;

import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The articles of a set, to be found in each part of an archive.
 *
 * @param beaten the ids of articles that have an older reprint in another part
 */
public record PartSet(WordSet set, Set<BytesRef> beaten) {

  /** The articles in one part. */
  SelectedArticles in(SearchBudget budget) throws IOException {
    SelectedArticles all = all(set, budget);
    return set.isFolding() && budget.snapshot().hasFamilies()
        ? new SelectedArticles(folded(all.documents(), budget), all.isAll())
        : all;
  }

  /** Marks what the query matches, filters aside; empty when there is no time left. */
  Optional<MatchMarker> marker(SearchBudget budget) throws IOException {
    return marker(set.query(), budget);
  }

  /** Marks the lines of a request. */
  Optional<MatchMarker> marker(ConcordanceRequest request, SearchBudget budget) throws IOException {
    return marker(request.marked().orElse(set.query()), budget);
  }

  private static Optional<MatchMarker> marker(QueryNode query, SearchBudget budget)
      throws IOException {
    return MatchMarker.within(budget, LanguageCompiler.within(budget).compile(query));
  }

  private FixedBitSet folded(FixedBitSet all, SearchBudget budget) throws IOException {
    return new OldestReprints(all, budget.snapshot().getIndexReader()).without(beaten);
  }

  private static SelectedArticles all(WordSet set, SearchBudget budget) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    BoundedSearcher finder = budget.finder();
    HitSet hits =
        HitSet.of(compiler.filter(set.filters()).of(compiler.compile(set.query())), finder);
    return SelectedArticles.of(hits, finder.getIndexReader().maxDoc(), !finder.isCut());
  }

  /** Asks for the oldest article of each family in each set. */
  public record OldestQuestion(List<WordSet> sets)
      implements WordQuestion<List<List<GroupMember>>> {
    @Override
    public List<List<GroupMember>> answer(SearchBudget budget) throws IOException {
      List<List<GroupMember>> oldest = new ArrayList<>();
      for (WordSet each : sets) {
        FixedBitSet all = all(each, budget).documents();
        oldest.add(new OldestReprints(all, budget.snapshot().getIndexReader()).members());
      }
      return oldest;
    }
  }

  /** The sets as all parts of an archive find them. */
  static List<PartSet> of(List<WordSet> sets, IndexParts parts) throws IOException {
    List<WordSet> folding = sets.stream().filter(WordSet::isFolding).distinct().toList();
    List<List<List<GroupMember>>> oldest =
        folding.isEmpty() || parts.isOne() ? List.of() : parts.ask(new OldestQuestion(folding));
    List<PartSet> found = new ArrayList<>();
    for (WordSet set : sets) {
      int place = folding.indexOf(set);
      found.add(
          new PartSet(
              set,
              place < 0
                  ? Set.of()
                  : OldestReprints.beaten(oldest.stream().map(part -> part.get(place)).toList())));
    }
    return found;
  }
}
