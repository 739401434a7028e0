package broadsheet.lucene.search;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A word wherever it stands: found and scored in all fields at once, told field by field where.
 * Both find the same articles.
 */
final class WordQuery extends Query {

  private final Query anywhere;
  private final Supplier<Query> places;

  /**
   * @param anywhere finds it in the field of all words, which has no places
   * @param places finds it in each field, with its places there; asked for when they are
   */
  WordQuery(Query anywhere, Supplier<Query> places) {
    this.anywhere = anywhere;
    this.places = places;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new FilterWeight(this, anywhere.createWeight(searcher, mode, boost)) {
      private @Nullable Weight placing;

      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
        Weight known = placing;
        if (known == null) {
          known = searcher.createWeight(searcher.rewrite(places.get()), mode, 1f);
          placing = known;
        }
        return known.matches(leaf, document);
      }

      @Override
      public int count(LeafReaderContext leaf) throws IOException {
        return in.count(leaf);
      }
    };
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
