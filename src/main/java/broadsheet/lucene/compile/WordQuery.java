package broadsheet.lucene.compile;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches a word in any field: matched and scored in the field of all words, with its places taken
 * from the separate fields. Both ways match the same articles. It holds only terms, because Lucene
 * may cache queries for long.
 */
final class WordQuery extends Query {

  private final Query anywhere;
  private final List<List<BytesRef>> forms;

  /**
   * @param anywhere matches it in the field of all words, which has no positions
   * @param forms the terms that match it in each field with positions: one list per character for a
   *     pair of characters, otherwise one for the word
   */
  WordQuery(Query anywhere, List<List<BytesRef>> forms) {
    this.anywhere = anywhere;
    this.forms = List.copyOf(forms);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new FilterWeight(this, searcher.createWeight(anywhere, mode, boost)) {
      private volatile @Nullable Weight placing;

      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
        Weight known = placing;
        if (known == null) {
          known = placing(searcher.getTopReaderContext());
          placing = known;
        }
        return known.matches(leaf, document);
      }
    };
  }

  /** Uses a searcher without a deadline: few articles are marked, and each takes little time. */
  private Weight placing(IndexReaderContext articles) throws IOException {
    IndexSearcher searcher = new IndexSearcher(articles);
    searcher.setQueryCache(null);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryField field : IndexSchema.DEFAULT_FIELDS.keySet()) {
      any.add(inField(field), Occur.SHOULD);
    }
    return searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  private Query inField(QueryField field) {
    if (forms.size() > 1) {
      SideBySide pair = new SideBySide(field);
      forms.forEach(pair::add);
      return pair.query().orElseThrow();
    }
    SynonymQuery.Builder word = new SynonymQuery.Builder(field.label());
    forms.getFirst().forEach(form -> word.addTerm(form, 1f));
    return word.build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    anywhere.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return anywhere.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordQuery that && anywhere.equals(that.anywhere);
  }

  @Override
  public int hashCode() {
    return 31 * anywhere.hashCode() + 1;
  }
}
