package broadsheet.lucene.words;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.words.WordGrouping;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DateColumn;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The groups of articles, asked for in the order of their numbers. An article in several sections
 * is in the group of each. Not thread-safe.
 */
final class ArticleGroups {

  /** The group of articles without a value. */
  private static final List<String> NONE = List.of("");

  private final WordGrouping by;
  private final List<LeafReaderContext> leaves;
  private final Map<Integer, List<String>> times = new HashMap<>();
  private int next;
  private int base;
  private int end;
  private Segment segment = _ -> NONE;

  /** The groups of the articles of a segment. */
  private interface Segment {
    List<String> of(int document) throws IOException;
  }

  ArticleGroups(WordGrouping by, IndexReader reader) {
    this.by = by;
    leaves = reader.leaves();
  }

  /** Begins again with the first article. */
  void restart() {
    next = 0;
    end = 0;
  }

  /** The groups of an article, at least one. */
  List<String> of(int document) throws IOException {
    while (document >= end) {
      LeafReaderContext leaf = leaves.get(next++);
      base = leaf.docBase;
      end = base + leaf.reader().maxDoc();
      if (document < end) {
        segment = opened(leaf);
      }
    }
    return segment.of(document - base);
  }

  private Segment opened(LeafReaderContext leaf) throws IOException {
    return switch (by) {
      case YEAR, MONTH -> {
        DateColumn column = DateColumn.of(leaf.reader());
        yield document -> times.computeIfAbsent(column.date(document), this::time);
      }
      case SOURCE -> values(leaf, FacetField.SOURCE);
      case SECTION -> values(leaf, FacetField.SECTION);
    };
  }

  private List<String> time(int date) {
    if (date == DateColumn.UNDATED) {
      return NONE;
    }
    LocalDate day = LocalDate.ofEpochDay(DateColumn.day(date));
    if (by == WordGrouping.YEAR) {
      return List.of(year(day.getYear()));
    }
    return DateColumn.precision(date) == Unit.YEAR ? NONE : List.of(month(YearMonth.from(day)));
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }

  private static String month(YearMonth month) {
    return year(month.getYear()) + String.format(Locale.ROOT, "-%02d", month.getMonthValue());
  }

  private static Segment values(LeafReaderContext leaf, FacetField facet) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexSchema.valuesOf(facet));
    Map<Long, String> read = new HashMap<>();
    return document -> {
      if (!values.advanceExact(document)) {
        return NONE;
      }
      List<String> all = new ArrayList<>();
      for (int i = values.docValueCount(); i > 0; i--) {
        long ordinal = values.nextOrd();
        String value = read.get(ordinal);
        if (value == null) {
          value = values.lookupOrd(ordinal).utf8ToString();
          read.put(ordinal, value);
        }
        all.add(value);
      }
      return all;
    };
  }

  /** Every year or month from the first to the last of some. */
  static List<String> span(WordGrouping by, String first, String last) {
    List<String> span = new ArrayList<>();
    if (by == WordGrouping.YEAR) {
      for (int year = Integer.parseInt(first); year <= Integer.parseInt(last); year++) {
        span.add(year(year));
      }
    } else {
      YearMonth end = YearMonth.parse(last);
      for (YearMonth m = YearMonth.parse(first); !m.isAfter(end); m = m.plusMonths(1)) {
        span.add(month(m));
      }
    }
    return span;
  }
}
