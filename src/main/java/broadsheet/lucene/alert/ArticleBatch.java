package broadsheet.lucene.alert;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.ReaderDictionary;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * A set of articles against which many searches are matched, each compiled as for the whole index.
 * Not thread-safe.
 */
public final class ArticleBatch {

  static {
    MaxClauses.lift();
  }

  private final IndexSearcher searcher;
  private final Dictionary dictionary;
  private final ArticleLanguages languages;
  private final PossibleMatches possible;
  private final ArticleLanguages archive;
  private final FoundNames names;

  private ArticleBatch(IndexReader articles, ArticleLanguages archive, FoundNames names)
      throws IOException {
    this.archive = archive;
    this.names = names;
    searcher = new IndexSearcher(articles);
    searcher.setQueryCache(null);
    dictionary = new ReaderDictionary(articles);
    languages = dictionary.languages();
    possible = PossibleMatches.in(articles, languages.all(), names.isThere());
  }

  /**
   * The articles of a reader that has nothing else.
   *
   * @param archive the archive that they belong to
   * @param names those of the archive
   */
  public static ArticleBatch of(IndexReader articles, IndexReader archive, FoundNames names)
      throws IOException {
    return new ArticleBatch(articles, ArticleLanguages.of(archive), names);
  }

  /**
   * The articles that match a search.
   *
   * @param numbers their document numbers, in order
   * @param areAll whether no other may match
   */
  public record Matched(List<Integer> numbers, boolean areAll) {}

  /**
   * The articles that match without relaxing. None where a pattern would be left out, since others
   * would match then.
   */
  public Matched matching(QueryNode query, Filters filters) throws IOException {
    if (!possible.mayHave(query)) {
      return new Matched(List.of(), true);
    }
    LanguageCompiler compiler =
        new LanguageCompiler(dictionary, languages, archive, Deadline.none(), names);
    boolean areAll = compiler.completeness(query) == Completeness.WHOLE;
    return compiler.mayFindOthers(query)
        ? new Matched(List.of(), areAll)
        : new Matched(found(query, filters, compiler), areAll);
  }

  private List<Integer> found(QueryNode query, Filters filters, LanguageCompiler compiler)
      throws IOException {
    Query whole = compiler.filter(filters).of(compiler.compile(query));
    Weight weight =
        searcher.createWeight(searcher.rewrite(whole), ScoreMode.COMPLETE_NO_SCORES, 1f);
    List<Integer> found = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        addLive(scorer.iterator(), leaf, found);
      }
    }
    return found;
  }

  private static void addLive(DocIdSetIterator documents, LeafReaderContext leaf, List<Integer> to)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (live == null || live.get(document)) {
        to.add(leaf.docBase + document);
      }
      document = documents.nextDoc();
    }
  }
}
