package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts the articles of each month and source in one pass over dates and sources. Memory grows
 * with the number of months, not of articles. Not thread-safe.
 */
final class CoverageCounter {

  /** The most language tags to read, including regional variants, which are then left out. */
  private static final int MAX_TAGS = 10 * Coverage.MAX_LANGUAGES;

  /** Number of articles to count before letting other threads run. */
  private static final int TURN = 1024;

  private final ReaderSnapshot snapshot;
  private final List<String> sources;

  /** One counter for each of {@link #sources}. */
  private final List<HoldingsCounter> ofSources;

  private final HoldingsCounter all = new HoldingsCounter();
  private final HoldingsCounter others = new HoldingsCounter();
  private final HoldingsCounter unstated = new HoldingsCounter();

  /** Never past; checked so that other threads may run. */
  private final Deadline turns = Deadline.none();

  private CoverageCounter(ReaderSnapshot snapshot, List<String> sources) {
    this.snapshot = snapshot;
    this.sources = sources;
    ofSources = Stream.generate(HoldingsCounter::new).limit(sources.size()).toList();
  }

  static Coverage count(ReaderSnapshot snapshot) throws IOException {
    return count(
        snapshot,
        FacetCounter.countAll(snapshot, FacetField.SOURCE, Coverage.MAX_SOURCES).stream()
            .map(FacetCount::value)
            .toList());
  }

  /**
   * @param sources the outlets that are counted separately
   */
  static Coverage count(ReaderSnapshot snapshot, List<String> sources) throws IOException {
    CoverageCounter counter = new CoverageCounter(snapshot, sources);
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      counter.addSegment(leaf.reader());
    }
    return counter.coverage();
  }

  /** Counts the documents that have a word count, which are the articles. */
  private void addSegment(LeafReader reader) throws IOException {
    DocIdSetIterator articles = DocValues.getSortedNumeric(reader, IndexSchema.WORDS);
    SortedNumericDocValues first = DocValues.getSortedNumeric(reader, IndexSchema.FIRST_DAY);
    SortedNumericDocValues last = DocValues.getSortedNumeric(reader, IndexSchema.LAST_DAY);
    Sources named = new Sources(reader);
    Bits live = reader.getLiveDocs();
    for (int d = articles.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = articles.nextDoc()) {
      if (d % TURN == 0) {
        turns.isPast();
      }
      if (live == null || live.get(d)) {
        boolean isDated = first.advanceExact(d) && last.advanceExact(d);
        int when =
            isDated
                ? HoldingsCounter.when((int) first.nextValue(), (int) last.nextValue())
                : HoldingsCounter.UNDATED;
        all.add(when);
        named.add(d, when);
      }
    }
  }

  /** The sources of one segment's articles. */
  private final class Sources {
    private final SortedSetDocValues values;

    /** The counter of each value of the segment; null where that is {@link #others}. */
    private final @Nullable HoldingsCounter[] counters;

    Sources(LeafReader reader) throws IOException {
      values = DocValues.getSortedSet(reader, IndexSchema.valuesOf(FacetField.SOURCE));
      counters = new HoldingsCounter[Math.toIntExact(values.getValueCount())];
      for (int i = 0; i < sources.size(); i++) {
        long value = values.lookupTerm(new BytesRef(sources.get(i)));
        if (value >= 0) {
          counters[(int) value] = ofSources.get(i);
        }
      }
    }

    void add(int document, int when) throws IOException {
      if (!values.advanceExact(document)) {
        unstated.add(when);
        return;
      }
      boolean isOfAnother = false;
      for (int i = 0; i < values.docValueCount(); i++) {
        HoldingsCounter counter = counters[(int) values.nextOrd()];
        if (counter != null) {
          counter.add(when);
        } else {
          isOfAnother = true;
        }
      }
      if (isOfAnother) {
        others.add(when);
      }
    }
  }

  private Coverage coverage() throws IOException {
    List<Coverage.OfSource> counted = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      counted.add(new Coverage.OfSource(sources.get(i), ofSources.get(i).holdings()));
    }
    String languages = IndexSchema.valuesOf(FacetField.LANGUAGE);
    return new Coverage(
        all.holdings(),
        counted,
        others.holdings(),
        unstated.holdings(),
        languages(),
        snapshot.summary().articles() - snapshot.count(new FieldExistsQuery(languages)));
  }

  /** An article in a regional variant also has the language as a value. */
  private List<FacetCount> languages() throws IOException {
    return FacetCounter.countAll(snapshot, FacetField.LANGUAGE, MAX_TAGS).stream()
        .filter(language -> !language.value().contains("-"))
        .limit(Coverage.MAX_LANGUAGES)
        .toList();
  }
}
