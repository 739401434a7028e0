package broadsheet.lucene.coordinator;

import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.engine.Vectors;
import broadsheet.lucene.semantic.PassageArticle;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.SemanticFormat;
import broadsheet.lucene.semantic.TextPassage;
import broadsheet.lucene.semantic.VectorPassage;
import broadsheet.lucene.shard.MeaningQuestion;
import broadsheet.lucene.shard.PassageQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.util.BytesRef;

/**
 * Embeds the articles that have no passages of a model yet, and removes passages of those that are
 * gone. Articles are taken in a random order, a block at a time, and those that another program has
 * embedded meanwhile are left out. Whatever two programs both embed is the same under the same
 * name, and is kept once. Not thread-safe.
 */
final class PassageUpdate {

  /** Articles whose texts are in memory at a time. */
  private static final int BLOCK = 64;

  /** With more articles than these, their fingerprints are listed in slices. */
  private static final long MOST_LISTED = 100_000;

  /** The time after which others learn what was done. */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final EmbeddingModel model;
  private final EmbeddingModels.Scope scope;
  private final ArticlePassages passages;
  private final PassageFields fields;
  private final long startedAt = System.nanoTime();
  private long refreshedAt = startedAt;
  private long embedded;
  private long made;
  private long unchanged;
  private long removed;

  /**
   * @param scope the languages whose articles the model embeds
   */
  PassageUpdate(EmbeddingModel model, EmbeddingModels.Scope scope, ArticlePassages passages) {
    this.model = model;
    this.scope = scope;
    this.passages = passages;
    fields = PassageFields.of(SemanticFormat.description(model));
  }

  /**
   * Brings the passages up to date.
   *
   * @param articles the number of articles
   */
  Vectors.Report update(long articles, ArticleProgress progress) {
    List<BytesRef> slices = new ArrayList<>(ArticlePassages.slices(articles > MOST_LISTED));
    Collections.shuffle(slices);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("embed-", 0).factory())) {
      for (BytesRef slice : slices) {
        update(slice, threads, () -> progress.reached(unchanged + embedded, articles));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Stopped while making vectors; those made so far are kept.", e);
    }
    passages.refresh();
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    return new Vectors.Report(embedded, made, unchanged, removed, took);
  }

  private void update(BytesRef slice, ExecutorService threads, Runnable progress)
      throws InterruptedException {
    List<PassageArticle> kept = passages.kept(new PassageQuestion.OfSlice(fields, slice));
    List<BytesRef> missing = keys(slice);
    Set<BytesRef> wanted = new HashSet<>(missing);
    missing.removeAll(whole(kept));
    unchanged += wanted.size() - missing.size();
    Collections.shuffle(missing);
    for (int from = 0; from < missing.size(); from += BLOCK) {
      embed(missing.subList(from, Math.min(missing.size(), from + BLOCK)), threads);
      progress.run();
    }
    List<PassageArticle> gone =
        kept.stream().filter(each -> !wanted.contains(each.article())).toList();
    if (!gone.isEmpty()) {
      delete(gone, new HashSet<>(keys(slice)));
    }
  }

  private List<BytesRef> keys(BytesRef slice) {
    List<BytesRef> keys = new ArrayList<>();
    passages.archive(new MeaningQuestion.OfKeys(scope, slice)).forEach(keys::addAll);
    return keys;
  }

  private static Set<BytesRef> whole(List<PassageArticle> kept) {
    Set<BytesRef> whole = new HashSet<>();
    kept.stream().filter(PassageArticle::isWhole).forEach(each -> whole.add(each.article()));
    return whole;
  }

  /**
   * @param wanted the articles that the archive has by now: another program may have embedded new
   *     ones
   */
  private void delete(List<PassageArticle> gone, Set<BytesRef> wanted) {
    List<PassageArticle> deleted =
        gone.stream().filter(each -> !wanted.contains(each.article())).toList();
    passages.delete(fields, deleted);
    removed += deleted.size();
  }

  private void embed(List<BytesRef> block, ExecutorService threads) throws InterruptedException {
    List<BytesRef> open = new ArrayList<>(block);
    open.removeAll(whole(passages.kept(new PassageQuestion.OfKept(fields, block))));
    unchanged += block.size() - open.size();
    if (open.isEmpty()) {
      return;
    }
    Map<BytesRef, List<TextPassage>> texts = new HashMap<>();
    passages
        .archive(new MeaningQuestion.OfTextPassages(open, model.passageLength()))
        .forEach(texts::putAll);
    List<Callable<List<VectorPassage>>> works = new ArrayList<>();
    texts.forEach((article, parts) -> works.add(() -> embedded(article, parts)));
    List<VectorPassage> all = new ArrayList<>();
    for (Future<List<VectorPassage>> each : threads.invokeAll(works)) {
      all.addAll(done(each));
    }
    passages.write(all);
    embedded += texts.size();
    made += all.stream().filter(passage -> passage.vector().isPresent()).count();
    if (System.nanoTime() - refreshedAt > REFRESH.toNanos()) {
      passages.refresh();
      refreshedAt = System.nanoTime();
    }
  }

  private List<VectorPassage> embedded(BytesRef article, List<TextPassage> parts) {
    List<float[]> vectors = parts.stream().map(part -> model.ofPassage(part.text())).toList();
    return VectorPassage.of(fields, article, parts, vectors);
  }

  private static List<VectorPassage> done(Future<List<VectorPassage>> each)
      throws InterruptedException {
    try {
      return each.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException failure) {
        throw failure;
      }
      throw new EngineException("A text got no vector: " + e, e);
    }
  }
}
