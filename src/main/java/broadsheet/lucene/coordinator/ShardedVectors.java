package broadsheet.lucene.coordinator;

import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.engine.Vectors;
import broadsheet.lucene.semantic.SemanticFormat;
import broadsheet.lucene.shard.MeaningQuestion;
import broadsheet.lucene.shard.PassageQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The vectors of an archive in shards, in an index of their own. Any number of programs may bring
 * them up to date at the same time. Immutable.
 *
 * @param archive opens the archive
 * @param target opens the index
 */
public record ShardedVectors(Supplier<ArchiveSource> archive, Supplier<PassageTarget> target)
    implements Vectors {

  @Override
  public boolean exist() {
    return !models().isEmpty();
  }

  @Override
  public Set<String> models() {
    try (PassageTarget index = target.get()) {
      return index.state().orElse(PassageState.EMPTY).models().keySet();
    }
  }

  @Override
  public Report update(EmbeddingModels models, ArticleProgress progress) {
    try (ArchiveSource source = archive.get();
        PassageTarget index = target.get()) {
      ArticlePassages passages = new ArticlePassages(source, index);
      Report report = Report.NONE;
      for (EmbeddingModel model : models.all()) {
        EmbeddingModels.Scope scope = models.scope(model);
        long articles =
            passages.archive(new MeaningQuestion.OfCount(scope)).stream()
                .mapToLong(Long::longValue)
                .sum();
        Optional<PassageState> before = index.state();
        boolean isKnown = before.filter(s -> s.models().containsKey(model.name())).isPresent();
        if (articles > 0 || isKnown) {
          note(model, before.orElse(PassageState.EMPTY), articles, index);
          report = report.and(new PassageUpdate(model, scope, passages).update(articles, progress));
        }
      }
      deleteFormer(passages, index);
      return report;
    }
  }

  private static void note(
      EmbeddingModel model, PassageState before, long articles, PassageTarget index) {
    PassageState after = before.with(model.name(), SemanticFormat.description(model));
    if (!after.equals(before)) {
      index.note(after, articles);
    }
  }

  private static void deleteFormer(ArticlePassages passages, PassageTarget index) {
    for (String former : index.state().map(PassageState::former).orElse(List.of())) {
      passages.deleteAll(former);
      index.note(index.state().orElseThrow().without(former), 0);
    }
  }

  /** Reads the number of passages from all shards; OpenSearch verifies files when it opens them. */
  @Override
  public long check() {
    if (!exist()) {
      return 0;
    }
    try (ArchiveSource source = archive.get();
        PassageTarget index = target.get()) {
      return new ArticlePassages(source, index)
          .ask(new PassageQuestion.OfPassages()).stream().mapToLong(Long::longValue).sum();
    } catch (EngineException e) {
      throw new EngineException("The vectors of the archive cannot be read: " + e.getMessage(), e);
    }
  }

  /** The longest wait for an answer while vectors are made. */
  static final Duration PATIENCE = Duration.ofMinutes(2);
}
