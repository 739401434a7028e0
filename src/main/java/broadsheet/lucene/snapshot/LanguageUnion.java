package broadsheet.lucene.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * A union of queries, each restricted to its own languages, so that no article matches two of them.
 * To find only the best hits, each may be searched separately.
 */
public final class LanguageUnion extends Query {

  private final Map<Query, List<String>> languagesOf;
  private final ArticleLanguages languages;

  /**
   * @param languagesOf the languages of each query; each language occurs once
   * @param languages of the index
   */
  public LanguageUnion(Map<Query, List<String>> languagesOf, ArticleLanguages languages) {
    this.languagesOf = new LinkedHashMap<>(languagesOf);
    this.languages = languages;
  }

  /** Each query, restricted to its languages. */
  public List<Query> parts() {
    List<Query> parts = new ArrayList<>();
    languagesOf.forEach((query, those) -> parts.add(languages.only(those, query)));
    return parts;
  }

  /** The query itself where it is not a union. */
  public static List<Query> partsOf(Query query) {
    return query instanceof LanguageUnion union ? union.parts() : List.of(query);
  }

  /** The same with each query changed. */
  public LanguageUnion each(UnaryOperator<Query> change) {
    Map<Query, List<String>> changed = new LinkedHashMap<>();
    languagesOf.forEach((query, those) -> changed.put(change.apply(query), those));
    return new LanguageUnion(changed, languages);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts().forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor any = visitor.getSubVisitor(Occur.SHOULD, this);
    parts().forEach(part -> part.visit(any));
  }

  @Override
  public String toString(String field) {
    return languagesOf.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LanguageUnion that
        && languagesOf.equals(that.languagesOf)
        && languages.equals(that.languages);
  }

  @Override
  public int hashCode() {
    return 31 * languagesOf.hashCode() + 1;
  }
}
