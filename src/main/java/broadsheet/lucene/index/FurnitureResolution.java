package broadsheet.lucene.index;

import broadsheet.article.Furniture;
import broadsheet.lucene.furniture.FurnitureRule;
import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.RunPlaces;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Decides what sources repeat in articles that are otherwise not alike, and writes those articles
 * again whose furniture changes. The result depends on the articles alone, and not on the order in
 * which they came: an article compares its runs near those of its sample that at least {@link
 * FurnitureRule#FEWEST} articles have, and a run is furniture where {@link UnlikeArticles} says so
 * of those that compare it. For one use.
 */
final class FurnitureResolution {

  /** Places of compared runs that are sorted in memory at once, 12 bytes each. */
  private static final int AT_ONCE = 8_000_000;

  /** Compared runs of an article, as experience has it. */
  private static final int USUAL = 150;

  private final IndexReader reader;
  private final LiveTerms live;
  private final DocumentRewriter rewriting;
  private final Naming naming;
  private final ChangeSet changes;
  private final FurnitureState state;
  private final UnlikeArticles articles;

  /** Analyses articles again, with one thread per processor. */
  private final Workers<Runnable> writing =
      new Workers<>(Runtime.getRuntime().availableProcessors(), Runnable::run, () -> {});

  FurnitureResolution(
      IndexReader reader,
      DocumentRewriter rewriting,
      Naming naming,
      ChangeSet changes,
      FurnitureState state) {
    this.reader = reader;
    this.rewriting = rewriting;
    this.naming = naming;
    this.changes = changes;
    this.state = state;
    live = new LiveTerms(reader);
    articles = new UnlikeArticles(reader);
  }

  /** Decides for all articles, or for those that changes touch. */
  void settle() throws IOException {
    try {
      if (changes.isAll()) {
        settleAll();
      } else {
        new FurnitureUpdate(live, changes, articles)
            .each(
                this::zones,
                (document, zones, isRepeated) ->
                    write(document, articles.read(document), zones, isRepeated));
      }
      writing.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      writing.stop();
    }
  }

  private void settleAll() throws IOException {
    FixedBitSet open = new FixedBitSet(Math.max(1, reader.maxDoc()));
    LongList sampled = new LongList();
    live.eachShared(
        IndexSchema.RUNS,
        Integer.MAX_VALUE,
        (term, documents) -> {
          if (documents.size() >= FurnitureRule.FEWEST) {
            sampled.add(Sketch.hash(term));
            documents.forEach(open::set);
          }
        });
    long[] zoned = sampled.sorted();
    long[] repeated = repeated(open, isIn(zoned)).sorted();
    live.streamWithPrefix(
        IndexSchema.COMPARED_RUNS,
        "",
        (_, documents) -> {
          while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            open.set(documents.docID()); // what was foreseen may not come true
          }
        });
    each(
        open,
        document -> {
          UnlikeArticles.Read read = articles.read(document);
          write(document, read, zones(read, isIn(zoned)), isIn(repeated));
        });
  }

  private static LongPredicate isIn(long[] sorted) {
    return run -> Arrays.binarySearch(sorted, run) >= 0;
  }

  /** Receives a document. */
  private interface Visitor {
    void visit(int document) throws IOException;
  }

  private static void each(FixedBitSet documents, Visitor visitor) throws IOException {
    BitSetIterator each = new BitSetIterator(documents, 0);
    for (int next = each.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = each.nextDoc()) {
      visitor.visit(next);
    }
  }

  private RunZones zones(UnlikeArticles.Read read, LongPredicate isShared) {
    return state.holdsFor(read.article().article().source())
        ? read.runs().zones(isShared)
        : RunZones.NONE;
  }

  /** The compared runs that are repeated; in several passes where there are very many. */
  private LongList repeated(FixedBitSet open, LongPredicate isShared) throws IOException {
    LongList repeated = new LongList();
    int passes = 1 + (int) ((long) open.cardinality() * USUAL / AT_ONCE);
    for (int pass = 0; pass < passes; pass++) {
      int wanted = pass;
      RunPlaces places = new RunPlaces();
      each(
          open,
          document -> {
            UnlikeArticles.Read read = articles.read(document);
            for (long run : read.runs().in(zones(read, isShared))) {
              if (run % passes == wanted) {
                places.add(run, document);
              }
            }
          });
      places.each(
          (run, documents) -> {
            if (articles.areEnough(documents)) {
              repeated.add(run);
            }
          });
    }
    return repeated;
  }

  /** Writes an article again if its furniture, or what it compares, is another than it has. */
  private void write(
      int document, UnlikeArticles.Read read, RunZones zones, LongPredicate isRepeated)
      throws IOException {
    Furniture furniture = FurnitureRule.of(read.runs(), zones, isRepeated);
    IndexedArticle old = read.article();
    if (!furniture.equals(old.article().furniture()) || !zones.equals(old.zones())) {
      family(document).ifPresent(changes::family);
      IndexedArticle changed = old.with(zones, furniture);
      boolean isSameText = furniture.equals(old.article().furniture());
      writing.submit(
          () -> () -> replace(old, isSameText ? changed : naming.named(changed)),
          read.runs().size());
    }
  }

  private void replace(IndexedArticle old, IndexedArticle changed) {
    try {
      rewriting.replace(List.of(old), changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OptionalLong family(int document) throws IOException {
    NumericDocValues families = MultiDocValues.getNumericValues(reader, IndexSchema.FAMILY);
    return families != null && families.advanceExact(document)
        ? OptionalLong.of(families.longValue())
        : OptionalLong.empty();
  }
}
