package broadsheet.lucene.mark;

import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SpokenWords;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.names.Name;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Reads one whole article of a part and marks a query in it. Not thread-safe. */
public final class ArticleSearch {

  private final ReaderSnapshot snapshot;
  private final SearchBudget budget;

  ArticleSearch(SearchBudget budget) {
    this.snapshot = budget.snapshot();
    this.budget = budget;
  }

  /** The document number of the article with that id, of any version; empty for none. */
  public static OptionalInt document(String id, ReaderSnapshot snapshot) throws IOException {
    Term term = new Term(IndexSchema.ID, id);
    for (LeafReaderContext leaf : snapshot.of(VersionScope.ALL).getLeafContexts()) {
      PostingsEnum having = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      int document = having == null ? DocIdSetIterator.NO_MORE_DOCS : having.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
        document = having.nextDoc();
      }
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        return OptionalInt.of(leaf.docBase + document);
      }
    }
    return OptionalInt.empty();
  }

  /** The article with that id and the names found in it; empty when there is none. */
  static Optional<NamedArticle> article(String id, ReaderSnapshot snapshot) throws IOException {
    OptionalInt document = document(id, snapshot);
    return document.isEmpty()
        ? Optional.empty()
        : Optional.of(
            snapshot
                .names()
                .named(new StoredArticle(snapshot.storedFields().document(document.getAsInt()))));
  }

  /** The quotes of a speaker in some articles; unknown ids are skipped. */
  static List<SpokenWords> quotes(Name speaker, List<String> ids, ReaderSnapshot snapshot)
      throws IOException {
    List<SpokenWords> quotes = new ArrayList<>();
    if (snapshot.names().isThere()) {
      for (String id : ids) {
        OptionalInt document = document(id, snapshot);
        if (document.isPresent()) {
          StoredArticle article =
              new StoredArticle(snapshot.storedFields().document(document.getAsInt()));
          quotes.addAll(snapshot.names().quotes(speaker, article));
        }
      }
    }
    return quotes;
  }

  /**
   * Finds and marks an article. Empty when there is no such article; unmarked when there is no time
   * to mark it.
   */
  Optional<ArticleQuestion.Marked> find(String id, QueryNode query) throws IOException {
    OptionalInt found = document(id, snapshot);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int document = found.getAsInt();
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    Optional<MatchMarker> marker = marker(compiler, query, document);
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (marker.isEmpty()) {
      notes.add(budget.unmarkedNote());
    }
    HitMaker maker = new HitMaker(snapshot, marker, budget.whole());
    return Optional.of(
        new ArticleQuestion.Marked(
            maker.article(document, notes),
            Collapsing.family(snapshot.getIndexReader(), document)));
  }

  /**
   * Marks the query as a whole or, where the article does not match all of it, the parts it
   * matches.
   */
  private Optional<MatchMarker> marker(LanguageCompiler compiler, QueryNode query, int document)
      throws IOException {
    Optional<MatchMarker> whole = MatchMarker.within(budget, compiler.compile(query));
    Optional<MatchMarker> marker =
        whole.isPresent() && whole.get().in(document).isPresent()
            ? whole
            : MatchMarker.within(budget, compiler.compileAny(PositiveParts.of(query)));
    return marker.filter(_ -> !budget.whole().isPast());
  }
}
