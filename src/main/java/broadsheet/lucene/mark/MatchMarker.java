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
 * The highlighter: finds the matches of a query in an article from Lucene's matches of that very
 * query, so that no text is searched a second time. A phrase is one mark from its first word to its
 * last. Thread-safe.
 */
public final class MatchMarker {

  private static final Comparator<Mark> IN_ORDER =
      Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end);

  private final IndexSearcher searcher;
  private final Weight weight;

  /** A marker for a query; empty when there is no time left to prepare it. */
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
   * The matches in one article, by document number; empty when it does not match, or the time runs
   * out before that is known.
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

  /** The matches of one article. */
  public record Matched(Matches matches) {

    /** No matches. */
    static Matched nowhere() {
      return new Matched(org.apache.lucene.search.MatchesUtils.MATCH_WITH_NO_TERMS);
    }

    /** The stored text of one field with its marks. */
    public MarkedText text(QueryField field, StoredArticle article) throws IOException {
      return source(field, article).text();
    }

    /** The stored text of one field with its marks, and the marks that belong together. */
    Passage.Source source(QueryField field, StoredArticle article) throws IOException {
      String text = article.text(field);
      Walk walk = walk(field);
      return new Passage.Source(
          new MarkedText(text, joined(walk.marks, text.length())), label(field), walk.together);
    }

    /** Stands before words that are not in the text of the article. */
    private static String label(QueryField field) {
      return switch (field) {
        case CAPTION -> "Caption: ";
        case CORRECTION -> "Correction: ";
        default -> "";
      };
    }

    /**
     * The places in a text that matched, each from its first word to its last, in order. Places in
     * a field that the text holds are among them.
     */
    public List<Mark> places(QueryField holder) throws IOException {
      Set<Mark> places = new TreeSet<>(IN_ORDER);
      for (QueryField field : QueryField.values()) {
        if (field.holder() == holder) {
          addPlaces(field, places);
        }
      }
      return List.copyOf(places);
    }

    private void addPlaces(QueryField field, Set<Mark> places) throws IOException {
      MatchesIterator match = matches.getMatches(field.label());
      while (match != null && match.next()) {
        if (match.endOffset() > match.startOffset()) {
          places.add(new Mark(match.startOffset(), match.endOffset()));
        }
      }
    }

    /** The values or paragraphs of a field, each with its marks. */
    List<MarkedText> parts(QueryField field, List<String> parts) throws IOException {
      String joined = String.join(StoredArticle.PARAGRAPH_BREAK, parts);
      return cut(parts, joined(walk(field).marks, joined.length()));
    }

    /** Distributes marks over the parts in a single pass. */
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
     * The result of one pass over a field's matches.
     *
     * @param marks each word or phrase, in no order
     * @param together from the first word to the last of each match that has several
     */
    private record Walk(List<Mark> marks, List<Mark> together) {}

    /** Marks are shown in the text that holds the field. */
    private Walk walk(QueryField holder) throws IOException {
      Walk walk = new Walk(new ArrayList<>(), new ArrayList<>());
      for (QueryField field : QueryField.values()) {
        if (field.holder() == holder) {
          walk(field, walk);
        }
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

    /** The marks in order, with touching or overlapping ones merged. */
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
