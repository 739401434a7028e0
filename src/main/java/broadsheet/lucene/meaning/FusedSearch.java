package broadsheet.lucene.meaning;

import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/**
 * The result of a search by meaning. Immutable.
 *
 * @param articles empty if the search is by words alone
 * @param notes for the reader
 */
public record FusedSearch(Optional<FusedArticles> articles, List<Note> notes) {

  /** A search by words alone. */
  static FusedSearch without(Note... notes) {
    return new FusedSearch(Optional.empty(), List.of(notes));
  }

  /** The same with another note. */
  FusedSearch noting(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new FusedSearch(articles, more);
  }

  /** The fusion in an index with all articles. */
  public Fusion in(CompiledRequest asked, IndexReader reader) throws IOException {
    return articles.isPresent()
        ? articles.get().in(asked, reader).noting(notes)
        : Fusion.without(asked.plan().query(asked.plan().first()), notes);
  }

  /**
   * The fusion for a client without articles.
   *
   * @param remarks further notes, listed first
   */
  public Fusion numbered(CompiledRequest asked, List<Note> remarks) {
    List<Note> all = Stream.concat(remarks.stream(), notes.stream()).toList();
    return articles
        .map(found -> found.numbered(asked).noting(all))
        .orElseGet(() -> Fusion.without(asked.plan().query(asked.plan().first()), all));
  }
}
