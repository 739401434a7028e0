package broadsheet.lucene.mark;

import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.limits.OutOfTime;
import broadsheet.query.CanonicalText;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Finds the units of a relaxed query that a hit lacks. Stop words are left out. Not thread-safe.
 */
public final class MissingUnits {

  private record Unit(String text, Query query) {}

  private final IndexSearcher searcher;
  private final List<Unit> units = new ArrayList<>();

  /**
   * @param searcher enforces the deadline
   */
  public MissingUnits(Relaxation relaxation, LanguageCompiler compiler, IndexSearcher searcher) {
    this.searcher = searcher;
    for (QueryNode node : relaxation.counted().stream().distinct().toList()) {
      Optional<Query> query = compiler.part(node);
      if (query.isPresent()
          && !compiler.isStopWord(node)
          && units.size() < Relaxation.MOST_CHECKED) {
        units.add(new Unit(text(node), query.get()));
      }
    }
  }

  private static String text(QueryNode node) {
    return LoneYear.wordOf(node).map(QueryNode.Word::text).orElseGet(() -> CanonicalText.of(node));
  }

  /** The units an article lacks, in the order of the query; empty when the time is up. */
  public List<String> in(int document) throws IOException {
    List<String> missing = new ArrayList<>();
    try {
      for (Unit unit : units) {
        if (!searcher.explain(unit.query(), document).isMatch()) {
          missing.add(unit.text());
        }
      }
    } catch (OutOfTime e) {
      return List.of();
    }
    return missing;
  }
}
