package broadsheet.lucene.index;

import broadsheet.article.Furniture;
import broadsheet.lucene.furniture.FurnitureRule;
import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSorter;

/**
 * Decides what sources repeat in articles that are otherwise not alike, and writes those articles
 * again whose furniture changes. The result depends on the articles alone, and not on the order in
 * which they came: an article compares its runs near those of its sample that at least {@link
 * FurnitureRule#FEWEST} articles have, and a run is furniture where {@link UnlikeArticles} says so
 * of those that compare it. For one use.
 */
final class FurnitureSettlement {

  /** Places of compared runs that are sorted in memory at once, 12 bytes each. */
  private static final int AT_ONCE = 8_000_000;

  /** Compared runs of an article, as experience has it. */
  private static final int USUAL = 150;

  private final IndexReader reader;
  private final LiveTerms live;
  private final Rewriting rewriting;
  private final Naming naming;
  private final ChangeSet changes;
  private final FurnitureState state;
  private final UnlikeArticles articles;

  /** Analyses articles again, with one thread per processor. */
  private final Workers<Runnable> writing =
      new Workers<>(Runtime.getRuntime().availableProcessors(), Runnable::run, () -> {});

  FurnitureSettlement(
      IndexReader reader,
      Rewriting rewriting,
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
        settleChanges();
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
      Places places = new Places();
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
      places.eachRun(
          (run, documents) -> {
            if (articles.areEnough(documents)) {
              repeated.add(run);
            }
          });
    }
    return repeated;
  }

  /** Where compared runs occur. */
  private static final class Places extends IntroSorter {
    private long[] runs = new long[1 << 10];
    private int[] documents = new int[1 << 10];
    private int size;
    private long pivotRun;
    private int pivotDocument;

    void add(long run, int document) {
      if (size == runs.length) {
        runs = Arrays.copyOf(runs, 2 * size);
        documents = Arrays.copyOf(documents, 2 * size);
      }
      runs[size] = run;
      documents[size++] = document;
    }

    /** Receives a run with the articles that have it. */
    interface RunVisitor {
      void visit(long run, List<Integer> documents) throws IOException;
    }

    void eachRun(RunVisitor visitor) throws IOException {
      sort(0, size);
      List<Integer> same = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        if (same.isEmpty() || same.getLast() != documents[i]) {
          same.add(documents[i]);
        }
        if (i + 1 == size || runs[i + 1] != runs[i]) {
          if (same.size() >= FurnitureRule.FEWEST) {
            visitor.visit(runs[i], same);
          }
          same.clear();
        }
      }
    }

    @Override
    protected void swap(int i, int j) {
      long run = runs[i];
      int document = documents[i];
      runs[i] = runs[j];
      documents[i] = documents[j];
      runs[j] = run;
      documents[j] = document;
    }

    @Override
    protected void setPivot(int i) {
      pivotRun = runs[i];
      pivotDocument = documents[i];
    }

    @Override
    protected int comparePivot(int j) {
      int byRun = Long.compare(pivotRun, runs[j]);
      return byRun != 0 ? byRun : Integer.compare(pivotDocument, documents[j]);
    }
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

  /**
   * Decides again where an update can have changed something: for what it wrote, for articles whose
   * zones change since a run of the sample is now in enough articles or no longer is, and for those
   * with a compared run that more or fewer articles have now.
   */
  private void settleChanges() throws IOException {
    Map<Integer, RunZones> zoned = new LinkedHashMap<>();
    LongList added = new LongList();
    for (BytesRef written : changes.fingerprints()) {
      for (int document : live.documents(IndexSchema.FINGERPRINT, written, Integer.MAX_VALUE)) {
        zoned.put(document, RunZones.NONE);
        added.addAll(articles.read(document).runs().sample());
      }
    }
    eachCounted(
        added.sorted(),
        (run, more) -> {
          List<Integer> now = documents(IndexSchema.RUNS, run, FurnitureRule.FEWEST + more);
          if (now.size() >= FurnitureRule.FEWEST && now.size() - more < FurnitureRule.FEWEST) {
            now.forEach(document -> zoned.putIfAbsent(document, RunZones.NONE));
          }
        });
    eachCounted(
        changes.sampledRuns().sorted(),
        (run, fewer) -> {
          List<Integer> now = documents(IndexSchema.RUNS, run, FurnitureRule.FEWEST);
          if (now.size() < FurnitureRule.FEWEST && now.size() + fewer >= FurnitureRule.FEWEST) {
            now.forEach(document -> zoned.putIfAbsent(document, RunZones.NONE));
          }
        });
    Map<Long, Boolean> shared = new HashMap<>();
    for (Map.Entry<Integer, RunZones> each : zoned.entrySet()) {
      LongPredicate isShared = run -> shared.computeIfAbsent(run, this::isShared);
      each.setValue(zones(articles.read(each.getKey()), isShared));
    }
    new Deciding(zoned).decide();
  }

  private boolean isShared(long run) {
    try {
      return documents(IndexSchema.RUNS, run, FurnitureRule.FEWEST).size() >= FurnitureRule.FEWEST;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Integer> documents(String field, long run, int most) throws IOException {
    return live.documents(field, Sketch.term(run), most);
  }

  /** Receives a number with the count of its occurrences. */
  private interface CountVisitor {
    void visit(long run, int count) throws IOException;
  }

  private static void eachCounted(long[] sorted, CountVisitor visitor) throws IOException {
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[first]) {
        visitor.visit(sorted[first], i - first);
        first = i;
      }
    }
  }

  /** Decides after an update. */
  private final class Deciding {

    /** The articles whose zones may differ from those that the index has, with their zones now. */
    private final Map<Integer, RunZones> zoned;

    /** The compared runs of these, each with the articles among them that have it. */
    private final Map<Long, List<Integer>> compared = new HashMap<>();

    private final Map<Long, Boolean> repeated = new HashMap<>();

    Deciding(Map<Integer, RunZones> zoned) throws IOException {
      this.zoned = zoned;
      for (Map.Entry<Integer, RunZones> each : zoned.entrySet()) {
        WordRuns runs = articles.read(each.getKey()).runs();
        for (long run : runs.in(each.getValue())) {
          compared.computeIfAbsent(run, _ -> new ArrayList<>()).add(each.getKey());
        }
      }
    }

    void decide() throws IOException {
      Set<Integer> others = new LinkedHashSet<>();
      Set<Long> lost = lost();
      for (long run : compared.keySet()) {
        addOthers(run, lost.remove(run), others);
      }
      for (long run : lost) {
        addOthers(run, true, others);
      }
      for (Map.Entry<Integer, RunZones> each : zoned.entrySet()) {
        write(each.getKey(), articles.read(each.getKey()), each.getValue(), this::isRepeated);
      }
      for (int document : others) {
        UnlikeArticles.Read read = articles.read(document);
        write(document, read, read.article().zones(), this::isRepeated);
      }
    }

    /** The runs that fewer articles may compare now. */
    private Set<Long> lost() throws IOException {
      Set<Long> lost = new HashSet<>();
      changes.comparedRuns().each(lost::add);
      for (int document : zoned.keySet()) {
        UnlikeArticles.Read read = articles.read(document);
        for (long run : read.runs().in(read.article().zones())) {
          lost.add(run);
        }
      }
      return lost;
    }

    /** Adds the other articles with a run that may have become repeated, or stopped to be. */
    private void addOthers(long run, boolean isLost, Set<Integer> others) throws IOException {
      List<Integer> now = others(run);
      if (isRepeated(run) ? !articles.areEnough(now) : isLost) {
        others.addAll(now);
      }
    }

    /** The articles that compare a run and whose zones are as they were. */
    private List<Integer> others(long run) throws IOException {
      return documents(IndexSchema.COMPARED_RUNS, run, Integer.MAX_VALUE).stream()
          .filter(document -> !zoned.containsKey(document))
          .toList();
    }

    private boolean isRepeated(long run) {
      return repeated.computeIfAbsent(run, this::areEnough);
    }

    private boolean areEnough(long run) {
      try {
        List<Integer> having = new ArrayList<>(compared.getOrDefault(run, List.of()));
        having.addAll(others(run));
        return articles.areEnough(having);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
