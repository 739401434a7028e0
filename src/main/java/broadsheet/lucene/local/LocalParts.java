package broadsheet.lucene.local;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.search.SearchParts;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of an index as the only part of an archive. Not thread-safe. */
public final class LocalParts implements SearchParts, IndexPart {

  private final SearchBudget budget;
  private final Meanings meanings;
  private @Nullable CompiledRequest compiled;

  /**
   * @param meanings the vectors beside the index
   */
  public LocalParts(SearchBudget budget, Meanings meanings) {
    this.budget = budget;
    this.meanings = meanings;
  }

  /** The vectors beside the index. */
  Meanings meanings() {
    return meanings;
  }

  @Override
  public ReaderSnapshot own() {
    return budget.snapshot();
  }

  @Override
  public SearchBudget budget() {
    return budget;
  }

  @Override
  public CompiledRequest compiled(SearchRequest request) {
    CompiledRequest known = compiled;
    if (known == null || !known.request().equals(request)) {
      known = CompiledRequest.of(request, budget);
      compiled = known;
    }
    return known;
  }

  @Override
  public <A> List<A> ask(PartQuestion<A> question) throws IOException {
    return List.of(question.answer(this));
  }

  @Override
  public LanguageCompiler prepare(QueryNode query, Filters filters) {
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    compiler.compile(query);
    return compiler;
  }

  @Override
  public Hits hits(AskedSearch asked, FusedWords relaxed) throws IOException {
    return ReaderHits.of(asked.request(), this, this, relaxed);
  }

  @Override
  public IndexFormat format() {
    return budget.snapshot().format();
  }

  @Override
  public boolean isOne() {
    return true;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<Note> notes() {
    return List.of();
  }
}
