package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Thorough;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.coordinator.JoinedArchives;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Search by meaning in shards of this process. */
@Thorough
class ShardedMeaningTest extends MeaningContract {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final LocalPassages passages = new LocalPassages();

  @Override
  protected Engine engine() {
    return new ShardedEngine(folder.resolve("shards"), Optional.of(passages));
  }

  @Override
  protected SearchEngine search(EmbeddingModels known) {
    Generations generations = Generations.in(folder.resolve("shards"));
    LocalShards source = new LocalShards(generations, Optional.of(passages));
    return new ShardedSearchEngine(source, () -> known, LIMIT);
  }

  private Vectors.Report update() {
    return engine().vectors().update(EmbeddingModels.of(model()), (_, _) -> {});
  }

  @Test
  void aKilledWorkerIsContinuedAndTwoAtOnceMakeNothingTwice() {
    index();
    passages.failAfter(77); // in the middle of an article
    assertThatThrownBy(() -> update()).isInstanceOf(IllegalStateException.class);
    passages.failAfter(Integer.MAX_VALUE);
    passages.refresh();
    assertThat(passages.size()).isEqualTo(77);
    List<CompletableFuture<Vectors.Report>> workers = new ArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      workers.add(CompletableFuture.supplyAsync(() -> update()));
    }
    workers.forEach(CompletableFuture::join);
    assertThat(update().articles()).isZero();
    assertThat(engine().vectors().check()).isEqualTo(passages.size());
    same(request("vessel stoppage"));
  }

  @Test
  void collectionsAreSearchedTogetherEachByItsOwnVectors() {
    Path place = folder.resolve("joined").resolve("index");
    EmbeddingModels models = EmbeddingModels.of(model());
    List<LocalShards> opened = new ArrayList<>();
    List<ArchiveCollection> all = List.of(ArchiveCollection.FIRST, new ArchiveCollection("afp"));
    for (ArchiveCollection each : all) {
      Path own = each.in(place);
      Optional<LocalPassages> vectors = Optional.of(new LocalPassages());
      Engine engine = new ShardedEngine(own, vectors);
      int from = opened.size() * ARTICLES / 2;
      add(engine.rebuild(), "/news/a", from, from + ARTICLES / 2);
      engine.vectors().update(models, (_, _) -> {});
      opened.add(new LocalShards(Generations.in(own), vectors));
    }
    index();
    embed();
    Runnable closing = () -> opened.forEach(LocalShards::close);
    try (SearchEngine one = search(models);
        SearchEngine joined =
            new ShardedSearchEngine(
                new JoinedArchives(all, opened, closing), () -> models, LIMIT)) {
      SearchResults expected = one.search(request("vessel stoppage"));
      SearchResults actual = joined.search(request("vessel stoppage"));
      assertThat(actual.hits()).anyMatch(hit -> hit.id().startsWith("afp~~"));
      assertThat(actual.hits())
          .extracting(hit -> hit.id().replace("afp~~", ""))
          .containsExactlyElementsOf(expected.hits().stream().map(Hit::id).toList());
      assertThat(actual.total()).isEqualTo(expected.total());
      assertThat(actual.notes()).isEqualTo(expected.notes());
    }
  }

  @Test
  void aMissingPartOrNoVectorsAreNoted() {
    index();
    assertNote(request("vessel harbour"), "This index has no vectors");
    embed();
    passages.lose(true);
    assertNote(request("vessel harbour"), "Not searched by meaning");
    passages.lose(false);
    same(request("vessel harbour"));
  }
}
