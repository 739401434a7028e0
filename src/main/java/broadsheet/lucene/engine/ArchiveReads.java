package broadsheet.lucene.engine;

import broadsheet.article.ArticleRef;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.part.PartReads;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.SearchParts;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads of an archive, each of one state of it and within a time limit: of one index, or of all
 * shards. Heavy reads wait for one another; others never wait. Thread-safe.
 */
public interface ArchiveReads extends PartReads, AutoCloseable {

  /** Work on one state of an archive. */
  interface SearchWork<T> {
    T of(SearchParts parts) throws IOException;
  }

  /** Does work for a request in its turn; see {@link #read(boolean, VersionScope, int, Work)}. */
  <T> T read(SearchRequest request, SearchWork<T> work);

  /** A request with what is needed to answer it, made before its time begins. */
  AskedSearch asked(SearchRequest request);

  /** Searches for one page of results. */
  SearchResults search(AskedSearch asked);

  /** Hands over the articles of all hits; see {@link SearchEngine#export}. */
  void export(AskedSearch asked, Consumer<NamedArticle> taker);

  /** Completes a text; see {@link SearchEngine#completions}. */
  List<Completion> completions(String text, int count);

  /** The reference of an article, if it is known without asking a part. */
  Optional<ArticleRef> knownRef(String id);

  /** Reads names as these corrections say from now on. */
  void correct(List<NameCorrection> corrections);

  /** The reason why search by meaning does not work; empty if it works. */
  Optional<String> missingMeaning();

  /** See {@link SearchEngine#status}. */
  EngineStatus status();

  /** The metadata of the current state. */
  IndexFormat format();

  /** See {@link SearchEngine#states}. */
  Map<String, Long> states();

  @Override
  void close();
}
