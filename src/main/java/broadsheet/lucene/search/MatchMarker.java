package broadsheet.lucene.search;

import broadsheet.engine.MarkedText;
import broadsheet.engine.MarkedText.Mark;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Finds where in an article a query matched: the very positions that made the article a hit, as
 * Lucene reports them, never words looked for a second time. A phrase is one mark from its first
 * word to its last. Thread-safe.
 */
final class MatchMarker {

  private final IndexSearcher searcher;
  private final Weight weight;

  MatchMarker(IndexSearcher searcher, Query query) throws IOException {
    this.searcher = searcher;
    weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /** The matches in one article, by the reader's number for it; empty when it does not match. */
  Optional<Matched> in(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return Optional.ofNullable(weight.matches(leaf, document - leaf.docBase)).map(Matched::new);
  }

  /** What matched in one article. */
  record Matched(Matches matches) {

    /** Nothing matched anywhere. */
    static Matched nowhere() {
      return new Matched(org.apache.lucene.search.MatchesUtils.MATCH_WITH_NO_TERMS);
    }

    /** One field's text, as stored, with its marks. */
    MarkedText text(QueryField field, StoredArticle article) throws IOException {
      String text = article.text(field);
      List<Mark> marks = new ArrayList<>(offsets(field));
      if (field == QueryField.BODY) {
        marks.addAll(offsets(QueryField.LEAD));
      }
      return new MarkedText(text, joined(marks, text.length()));
    }

    /**
     * What belongs together in one field's text: from the first word to the last of each match that
     * is made up of several. In order.
     */
    List<Mark> together(QueryField field) throws IOException {
      List<Mark> together = new ArrayList<>();
      MatchesIterator match = matches.getMatches(field.label());
      while (match != null && match.next()) {
        if (match.getSubMatches() != null) {
          add(match, together);
        }
      }
      return together;
    }

    /** A field of several paragraphs or values, each with its marks. */
    List<MarkedText> parts(QueryField field, List<String> parts) throws IOException {
      String joined = String.join(StoredArticle.PARAGRAPH_BREAK, parts);
      List<Mark> marks = new ArrayList<>(offsets(field));
      if (field == QueryField.BODY) {
        marks.addAll(offsets(QueryField.LEAD));
      }
      return cut(parts, joined(marks, joined.length()));
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

    private List<Mark> offsets(QueryField field) throws IOException {
      List<Mark> marks = new ArrayList<>();
      MatchesIterator match = matches.getMatches(field.label());
      while (match != null && match.next()) {
        MatchesIterator words = match.getSubMatches();
        if (words == null) {
          add(match, marks);
        } else {
          while (words.next()) {
            add(words, marks);
          }
        }
      }
      return marks;
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
