package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.lucene.coordinator.ShardedArchive;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without one of its shards, an archive says that its answers may lack something. */
class StoppedShardTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int ARTICLES = 60;
  private static final int SUBJECTS = 10;

  @TempDir private Path place;

  @SuppressWarnings("NullAway.Init")
  private LocalShards shards;

  @BeforeEach
  void build() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < ARTICLES; i++) {
        String shared = NoiseWords.of(i % SUBJECTS, 8);
        String text = i % 2 == 0 ? "Barley at the pier. " : "The goats of the hill. ";
        session.add(TestArticles.article("a" + i, text + shared, NoiseWords.of(100 + i, 8)));
      }
      session.commit(List.of());
    }
    shards = new LocalShards(Generations.in(place));
  }

  @AfterEach
  void close() {
    shards.close();
  }

  /** The archive without the answers of its last shard. */
  private SearchEngine lacking() {
    ShardedArchive whole = shards.current();
    Shards lacking =
        (call, request, left, isPatient) -> {
          Shards.Replies all = whole.shards().ask(call, request, left, isPatient);
          return new Shards.Replies(all.replies().subList(0, all.shards() - 1), all.shards());
        };
    ShardedArchive seen = new ShardedArchive(lacking, whole.format());
    return new ShardedSearchEngine(new SeenShards(shards, seen, Optional.empty()), LIMIT);
  }

  /** The ids of the articles that are there, or of those on the shard that is away. */
  private List<String> ids(boolean isThere) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      if (lacking().named("a" + i).isPresent() == isThere) {
        ids.add("a" + i);
      }
    }
    return ids;
  }

  @Test
  void similarArticlesMayBeMissing() {
    SimilarArticles similar = lacking().similarTo(ids(true).getFirst(), 5);
    assertThat(similar.articles()).isNotEmpty();
    assertThat(similar.note()).contains(Note.Plain.SIMILAR_PARTLY);
    SimilarArticles none = lacking().similarTo(ids(false).getFirst(), 5);
    assertThat(none).isEqualTo(new SimilarArticles(List.of(), Completeness.PART_UNREACHABLE));
    assertThat(none.note().orElseThrow().text()).contains("did not answer");
  }

  @Test
  void nothingIsConcludedFromAPartOfASample() {
    DistinctiveWords words =
        lacking()
            .distinctiveWords(new QueryNode.Word("barley"), Filters.none(), new Contrast.Others());
    assertThat(words.completeness()).isEqualTo(Completeness.PART_UNREACHABLE);
    assertThat(words.isTelling()).isFalse();
  }

  @Test
  void otherSpellingsAreOfThePartsThatAnswered() {
    SearchResults found = lacking().search(SearchRequest.of(new QueryNode.Word("barlye")));
    assertThat(found.didYouMean()).containsExactly("barley");
    assertThat(found.notes()).contains(new Note.PartUnreachable(2, 3));
  }

  @Test
  void completionsAreOfThePartsThatAnswered() {
    assertThat(lacking().suggest("barl", 5)).contains("Barley");
  }
}
