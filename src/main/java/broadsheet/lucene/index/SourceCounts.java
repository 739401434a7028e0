package broadsheet.lucene.index;

import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;

/**
 * Counts the records that enter and leave an index, by source, and compares them with what each
 * source had. Thread-safe.
 */
final class SourceCounts {

  private final OpenedIndex index;
  private final List<Count> counts;
  private final LongAdder gained = new LongAdder();

  private SourceCounts(OpenedIndex index, List<Source> sources) {
    this.index = index;
    this.counts = sources.stream().map(Count::of).toList();
  }

  /** Starts from the index that is updated or replaced. */
  static SourceCounts of(OpenedIndex index) {
    List<Source> sources =
        index.isUpdate()
            ? index.prior().format().sources()
            : CommitFiles.sources(index.directory());
    return new SourceCounts(index, sources);
  }

  private record Count(Source source, LongAdder came, LongAdder left) {
    static Count of(Source source) {
      return new Count(source, new LongAdder(), new LongAdder());
    }
  }

  /** Counts a record that now gives an article and did not before. */
  void came(String file) {
    gained.increment();
    counts.stream().filter(c -> c.source().holds(file)).forEach(c -> c.came().increment());
  }

  /**
   * Counts the records that gave an article in an index without identical articles.
   *
   * @return their number
   */
  long came(IndexReader part) throws IOException {
    long records = RecordUniquenessCheck.places(part);
    gained.add(records);
    for (Count count : counts) {
      count.came().add(records(new LiveTerms(part), count.source()));
    }
    return records;
  }

  /** Counts records of a file that no longer give an article. */
  void left(String file, long records) {
    gained.add(-records);
    counts.stream().filter(c -> c.source().holds(file)).forEach(c -> c.left().add(records));
  }

  /** The number of records added minus the number removed. */
  long gained() {
    return gained.sum();
  }

  /** The sources that lose articles. */
  List<SourceLoss> losses() throws IOException {
    return index.isUpdate() ? updated() : replaced();
  }

  private List<SourceLoss> updated() throws IOException {
    List<SourceLoss> losses = new ArrayList<>();
    for (Count count : counts) {
      long lost = count.left().sum() - count.came().sum();
      if (lost > 0) {
        long before = index.prior().records(count.source());
        losses.add(new SourceLoss(count.source().path(), before, Math.max(0, before - lost)));
      }
    }
    return losses;
  }

  private List<SourceLoss> replaced() {
    List<SourceLoss> losses = new ArrayList<>();
    if (counts.isEmpty()) {
      return losses;
    }
    try (DirectoryReader reader = DirectoryReader.open(index.directory())) {
      LiveTerms live = new LiveTerms(reader);
      for (Count count : counts) {
        long before = records(live, count.source());
        long after = count.came().sum();
        if (after < before) {
          losses.add(new SourceLoss(count.source().path(), before, after));
        }
      }
      return losses;
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** The number of records of a source that gave an article. */
  static long records(LiveTerms live, Source source) throws IOException {
    AtomicLong records = new AtomicLong();
    live.eachWithPrefix(
        IndexSchema.RECORD,
        source.path(),
        (key, documents) -> {
          String place = key.utf8ToString();
          if (source.holds(place.substring(0, Math.max(0, place.indexOf('\0'))))) {
            records.incrementAndGet();
          }
        });
    return records.get();
  }
}
