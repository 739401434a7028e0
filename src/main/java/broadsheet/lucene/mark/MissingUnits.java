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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the units of a relaxed query that a hit lacks. Stop words are left out. Not thread-safe.
 */
public final class MissingUnits {

  /** A unit, and its place in a segment. */
  private static final class Unit {
    private final String text;
    private final Weight weight;
    private @Nullable Scorer scorer;
    private int segment = -1;
    private int last;

    Unit(String text, Weight weight) {
      this.text = text;
      this.weight = weight;
    }

    /** Whether an article of a segment has it; quicker if that is behind the last one. */
    boolean isIn(LeafReaderContext leaf, int document) throws IOException {
      if (leaf.ord != segment || document <= last) {
        scorer = weight.scorer(leaf);
        segment = leaf.ord;
      }
      last = document;
      return scorer != null && isIn(scorer, document);
    }

    private static boolean isIn(Scorer scorer, int document) throws IOException {
      TwoPhaseIterator checked = scorer.twoPhaseIterator();
      DocIdSetIterator each = checked == null ? scorer.iterator() : checked.approximation();
      int at = each.docID() < document ? each.advance(document) : each.docID();
      return at == document && (checked == null || checked.matches());
    }
  }

  private final IndexSearcher searcher;
  private final List<Unit> units = new ArrayList<>();
  private boolean isOutOfTime;

  /**
   * @param searcher enforces the deadline
   */
  public MissingUnits(Relaxation relaxation, LanguageCompiler compiler, IndexSearcher searcher)
      throws IOException {
    this.searcher = searcher;
    for (QueryNode node : relaxation.counted().stream().distinct().toList()) {
      Optional<Query> query = compiler.part(node);
      if (query.isPresent() && !compiler.isStopWord(node)) {
        add(node, query.get());
      }
    }
  }

  private void add(QueryNode node, Query query) throws IOException {
    if (units.size() < Relaxation.MOST_CHECKED && !isOutOfTime) {
      try {
        Query matching = searcher.rewrite(query);
        units.add(
            new Unit(text(node), searcher.createWeight(matching, ScoreMode.COMPLETE_NO_SCORES, 1)));
      } catch (OutOfTime e) {
        isOutOfTime = true;
      }
    }
  }

  private static String text(QueryNode node) {
    return LoneYear.wordOf(node).map(QueryNode.Word::text).orElseGet(() -> CanonicalText.of(node));
  }

  /** The units an article lacks, in the order of the query; empty when the time is up. */
  public List<String> in(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    List<String> missing = new ArrayList<>();
    try {
      for (Unit unit : isOutOfTime ? List.<Unit>of() : units) {
        if (!unit.isIn(leaf, document - leaf.docBase)) {
          missing.add(unit.text);
        }
      }
    } catch (OutOfTime e) {
      return List.of();
    }
    return missing;
  }
}
