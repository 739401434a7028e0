package broadsheet.lucene.meaning;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.MatchingArticles;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.tree.PlainWords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The candidates in one index, with its passages beside it. Not thread-safe. */
public final class ReaderCandidates implements MeaningCandidates {

  private final CompiledRequest asked;
  private final SearchBudget budget;
  private final Meanings meanings;
  private final BoundedSearcher finder;
  private @Nullable Bits allowed;

  /**
   * @param budget for finding articles by meaning, and the words beside it
   */
  public ReaderCandidates(CompiledRequest asked, SearchBudget budget, Meanings meanings) {
    this.asked = asked;
    this.budget = budget;
    this.meanings = meanings;
    finder = budget.finder(MeaningSearch.SHARE);
  }

  @Override
  public List<NearPassage> nearest(ModelQuery query, PlainWords plain, int most)
      throws IOException {
    Optional<Query> filter = MeaningFilter.of(asked, plain);
    if (allowed == null && filter.isPresent()) {
      allowed = MatchingArticles.of(filter.get(), finder);
    }
    Deadline deadline = budget.finding().part(MeaningSearch.SHARE);
    return meanings.nearest(query, most, finder.getIndexReader(), allowed, deadline);
  }

  @Override
  public WordScores byWords(WordScores.Wanted wanted, List<BytesRef> near) throws IOException {
    return WordScores.of(asked, wanted, near, finder);
  }

  @Override
  public boolean isCut() {
    return finder.isCut();
  }
}
