package broadsheet.lucene.mark;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.limits.OutOfTime;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Finds where in an article a query matched, as Lucene reports it of the query that found it: no
 * text is searched for words a second time. A phrase is one mark from its first word to its last.
 * Thread-safe.
 */
public final class MatchMarker {

  private static final Comparator<Mark> IN_ORDER =
      Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end);

  private final IndexSearcher searcher;
  private final Weight weight;

  /** Marks the matches of a query; empty when there is no time left to make it ready. */
  public static Optional<MatchMarker> within(SearchBudget budget, Query query) throws IOException {
    try {
      return Optional.of(new MatchMarker(budget.inspector(), query));
    } catch (OutOfTime e) {
      return Optional.empty();
    }
  }

  public MatchMarker(IndexSearcher searcher, Query query) throws IOException {
    this.searcher = searcher;
    weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /**
   * The matches in one article, by the reader's number for it; empty when it does not match, or the
   * time is up before that is known.
   */
  public Optional<Matched> in(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    try {
      return Optional.ofNullable(weight.matches(leaf, document - leaf.docBase)).map(Matched::new);
    } catch (OutOfTime e) {
      return Optional.empty();
    }
  }

  /** What matched in one article. */
  public record Matched(Matches matches) {

    /** Nothing matched anywhere. */
    static Matched nowhere() {
      return new Matched(org.apache.lucene.search.MatchesUtils.MATCH_WITH_NO_TERMS);
    }

    /** One field's text, as stored, with its marks. */
    public MarkedText text(QueryField field, StoredArticle article) throws IOException {
      return source(field, article).text();
    }

    /** The same, and what in it belongs together. */
    Passage.Source source(QueryField field, StoredArticle article) throws IOException {
      String text = article.text(field);
      Walk walk = walk(field);
      return new Passage.Source(
          new MarkedText(text, joined(walk.marks, text.length())), walk.together);
    }

    /** Each place in a field that matched, from its first word to its last, in order. */
    public List<Mark> places(QueryField field) throws IOException {
      Set<Mark> places = new TreeSet<>(IN_ORDER);
      MatchesIterator match = matches.getMatches(field.label());
      while (match != null && match.next()) {
        if (match.endOffset() > match.startOffset()) {
          places.add(new Mark(match.startOffset(), match.endOffset()));
        }
      }
      return List.copyOf(places);
    }

    /** A field of several paragraphs or values, each with its marks. */
    List<MarkedText> parts(QueryField field, List<String> parts) throws IOException {
      String joined = String.join(StoredArticle.PARAGRAPH_BREAK, parts);
      return cut(parts, joined(walk(field).marks, joined.length()));
    }

    /** Gives each part its marks, in one walk over both. */
    private static List<MarkedText> cut(List<String> parts, List<Mark> marks) {
      List<MarkedText> marked = new ArrayList<>();
      int next = 0;
      int start = 0;
      for (String part : parts) {
        int end = start + part.length();
        List<Mark> own = new ArrayList<>();
        while (next < marks.size() && marks.get(next).start() < end) {
          Mark mark = marks.get(next++);
          if (mark.start() >= start) {
            own.add(new Mark(mark.start() - start, Math.min(mark.end(), end) - start));
          }
        }
        marked.add(new MarkedText(part, own));
        start = end + StoredArticle.PARAGRAPH_BREAK.length();
      }
      return marked;
    }

    /**
     * What one walk over a field's matches gave.
     *
     * @param marks each word or phrase, in no order
     * @param together from the first word to the last of each match that is made up of several
     */
    private record Walk(List<Mark> marks, List<Mark> together) {}

    /** The lead is shown as part of the body. */
    private Walk walk(QueryField field) throws IOException {
      Walk walk = new Walk(new ArrayList<>(), new ArrayList<>());
      walk(field, walk);
      if (field == QueryField.BODY) {
        walk(QueryField.LEAD, walk);
      }
      return walk;
    }

    private void walk(QueryField field, Walk walk) throws IOException {
      MatchesIterator match = matches.getMatches(field.label());
      while (match != null && match.next()) {
        MatchesIterator words = match.getSubMatches();
        if (words == null) {
          add(match, walk.marks);
        } else {
          add(match, walk.together);
          while (words.next()) {
            add(words, walk.marks);
          }
        }
      }
    }

    private static void add(MatchesIterator match, List<Mark> marks) throws IOException {
      if (match.endOffset() > match.startOffset()) {
        marks.add(new Mark(match.startOffset(), match.endOffset()));
      }
    }

    /** In order, with those that touch or overlap made one. */
    private static List<Mark> joined(List<Mark> marks, int length) {
      marks.sort(Comparator.comparingInt(Mark::start));
      List<Mark> joined = new ArrayList<>();
      for (Mark mark : marks) {
        if (!joined.isEmpty() && mark.start() <= joined.getLast().end()) {
          Mark last = joined.removeLast();
          joined.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
        } else if (mark.end() <= length) {
          joined.add(mark);
        }
      }
      return joined;
    }
  }
}
