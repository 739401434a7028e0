package broadsheet.lucene.count;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;

/**
 * The hits of one part of an archive over time, in a form that can be sent.
 *
 * @param known for each precision of dates, the days that have hits: each as the difference from
 *     the one before, and its hits
 * @param undated the number of hits without a known date
 * @param isComplete whether all articles were looked at
 */
public record PartDates(Map<Unit, byte[]> known, long undated, boolean isComplete) {

  /** Asks for the hits of each query over time. */
  public record DatesQuestion(List<QueryNode> queries, Filters filters)
      implements PartQuestion<List<PartDates>> {

    /**
     * Counts each query in one pass. Each gets the same share of time; those that ran out of it are
     * tried again in the time that the others did not use.
     */
    @Override
    public List<PartDates> answer(IndexPart part) throws IOException {
      SearchBudget budget = part.budget();
      List<PartDates> dates = new ArrayList<>();
      for (QueryNode query : queries) {
        dates.add(dates(query, budget, budget.part(1.0 / (queries.size() - dates.size()))));
      }
      for (int i = 0; i < queries.size(); i++) {
        if (!dates.get(i).isComplete && !budget.finding().isPast()) {
          dates.set(i, dates(queries.get(i), budget, budget));
        }
      }
      return dates;
    }

    private PartDates dates(QueryNode query, SearchBudget budget, SearchBudget share)
        throws IOException {
      LanguageCompiler compiler = LanguageCompiler.within(budget);
      BoundedSearcher finder = share.finder();
      HitSet hits = HitSet.of(compiler.filter(filters).of(compiler.compile(query)), finder);
      return PartDates.of(hits, !finder.isCut());
    }
  }

  /** The hits of a part over time. */
  public static PartDates of(HitSet hits, boolean isComplete) {
    DatedHits dated = TimelineCounter.dated(hits);
    Map<Unit, byte[]> known = new EnumMap<>(Unit.class);
    dated.known().forEach((unit, days) -> known.put(unit, bytes(days)));
    return new PartDates(known, dated.undated(), isComplete);
  }

  private static byte[] bytes(DayCounts days) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    int[] last = {0};
    days.forEach(
        (day, count) -> {
          try {
            out.writeZInt(day - last[0]);
            out.writeVInt(count);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          last[0] = day;
        });
    return out.toArrayCopy();
  }

  private static void add(byte[] bytes, DayCounts to) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    int day = 0;
    try {
      while (!in.eof()) {
        day += in.readZInt();
        to.add(day, in.readVInt());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hits of all parts. */
  static DatedHits sum(List<PartDates> parts) {
    Map<Unit, DayCounts> known = new EnumMap<>(Unit.class);
    long undated = 0;
    for (PartDates part : parts) {
      undated += part.undated;
      part.known.forEach(
          (unit, days) -> add(days, known.computeIfAbsent(unit, _ -> new DayCounts())));
    }
    return new DatedHits(known, undated);
  }

  /** Whether every part looked at all its articles. */
  static boolean areComplete(List<PartDates> parts) {
    return parts.stream().allMatch(PartDates::isComplete);
  }

  /** The hits of a search in all parts by month, as {@link DatedHits#months}. */
  public static List<Timeline.Bucket> months(List<PartDates> parts) {
    return sum(parts).months();
  }

  /** The hits of a search in all parts over time. */
  public static Timeline timeline(List<PartDates> parts) {
    return sum(parts).timeline(areComplete(parts));
  }
}
