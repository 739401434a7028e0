package broadsheet.lucene.coordinator;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.QueryEmbeddings;
import broadsheet.lucene.meaning.QueryVectors;
import broadsheet.lucene.search.AskedSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds query vectors to requests for search by meaning. Thread-safe. */
final class QueryEmbedding {

  private final ArchiveSource source;
  private final QueryVectors queries;

  /**
   * @param models the models that this program has, which are looked up when first needed
   */
  QueryEmbedding(ArchiveSource source, Supplier<EmbeddingModels> models) {
    this.source = source;
    queries = new QueryVectors(() -> described(source.passages().models()), models);
  }

  private static Map<String, Optional<String>> described(Map<String, String> models) {
    Map<String, Optional<String>> described = new LinkedHashMap<>();
    models.forEach((name, description) -> described.put(name, Optional.of(description)));
    return described;
  }

  /** The reason why search by meaning does not work; empty if it works. */
  Optional<String> trouble() {
    return queries.trouble();
  }

  /** A request with the vectors of its text, if it asks for a search by meaning. */
  AskedSearch of(SearchRequest request, List<Note> remarks) {
    if (request.mode() == SearchMode.HYBRID) {
      queries.load(); // before any time limit begins
    }
    return new AskedSearch(request, remarks, MeaningSearch.text(request).map(this::asked));
  }

  private QueryEmbeddings asked(String text) {
    return queries.of(text).in(source.passages().index());
  }
}
