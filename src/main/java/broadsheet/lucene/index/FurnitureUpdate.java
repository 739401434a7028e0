package broadsheet.lucene.index;

import broadsheet.lucene.furniture.FurnitureRule;
import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.util.BytesRef;

/**
 * Finds what an update may have changed of the furniture in an archive: the articles that it wrote,
 * articles whose zones change since a run of the sample is now in enough articles or no longer is,
 * and those with a compared run that more or fewer articles have now. For one use.
 */
final class FurnitureUpdate {

  private final LiveTerms live;
  private final ChangeSet changes;
  private final UnlikeArticles articles;

  /** The articles whose zones may differ from those that the index has, with their zones now. */
  private final Map<Integer, RunZones> zoned = new LinkedHashMap<>();

  /** The compared runs of these, each with the articles among them that have it. */
  private final Map<Long, List<Integer>> compared = new HashMap<>();

  private final Map<Long, Boolean> repeated = new HashMap<>();

  FurnitureUpdate(LiveTerms live, ChangeSet changes, UnlikeArticles articles) {
    this.live = live;
    this.changes = changes;
    this.articles = articles;
  }

  /** Decides the zones of an article, given which runs of the sample are in enough articles. */
  interface Zoning {
    RunZones zones(UnlikeArticles.Read read, LongPredicate isShared);
  }

  /** Receives an article that may change, with its zones and what is repeated in the archive. */
  interface Visitor {
    void visit(int document, RunZones zones, LongPredicate isRepeated) throws IOException;
  }

  /** Visits all articles that may change. */
  void each(Zoning zoning, Visitor visitor) throws IOException {
    collect();
    Map<Long, Boolean> shared = new HashMap<>();
    for (Map.Entry<Integer, RunZones> each : zoned.entrySet()) {
      UnlikeArticles.Read read = articles.read(each.getKey());
      each.setValue(zoning.zones(read, run -> shared.computeIfAbsent(run, this::isShared)));
      for (long run : read.runs().in(each.getValue())) {
        compared.computeIfAbsent(run, _ -> new ArrayList<>()).add(each.getKey());
      }
    }
    Set<Integer> others = others();
    for (Map.Entry<Integer, RunZones> each : zoned.entrySet()) {
      visitor.visit(each.getKey(), each.getValue(), this::isRepeated);
    }
    for (int document : others) {
      visitor.visit(document, articles.read(document).article().zones(), this::isRepeated);
    }
  }

  /** Collects the articles whose zones may change. */
  private void collect() throws IOException {
    LongList added = new LongList();
    for (BytesRef written : changes.fingerprints()) {
      for (int document : live.documents(IndexSchema.FINGERPRINT, written, Integer.MAX_VALUE)) {
        zoned.put(document, RunZones.NONE);
        added.addAll(articles.read(document).runs().sample());
      }
    }
    added.eachCounted(
        (run, more) -> {
          List<Integer> now = documents(IndexSchema.RUNS, run, FurnitureRule.FEWEST + more);
          if (now.size() >= FurnitureRule.FEWEST && now.size() - more < FurnitureRule.FEWEST) {
            now.forEach(document -> zoned.putIfAbsent(document, RunZones.NONE));
          }
        });
    changes
        .sampledRuns()
        .eachCounted(
            (run, fewer) -> {
              List<Integer> now = documents(IndexSchema.RUNS, run, FurnitureRule.FEWEST);
              if (now.size() < FurnitureRule.FEWEST && now.size() + fewer >= FurnitureRule.FEWEST) {
                now.forEach(document -> zoned.putIfAbsent(document, RunZones.NONE));
              }
            });
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

  /** The other articles whose furniture may change. */
  private Set<Integer> others() throws IOException {
    Set<Integer> others = new LinkedHashSet<>();
    Set<Long> lost = lost();
    for (long run : compared.keySet()) {
      addOthers(run, lost.remove(run), others);
    }
    for (long run : lost) {
      addOthers(run, true, others);
    }
    return others;
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
