package broadsheet.lucene.snapshot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Optional<Query> filter;

  /**
   * @param languagesOf the languages of each query; each language occurs once
   * @param languages the languages of the index
   */
  public LanguageUnion(Map<Query, List<String>> languagesOf, ArticleLanguages languages) {
    this(languagesOf, languages, Optional.empty());
  }

  private LanguageUnion(
      Map<Query, List<String>> languagesOf, ArticleLanguages languages, Optional<Query> filter) {
    this.languagesOf = new LinkedHashMap<>(languagesOf);
    this.languages = languages;
    this.filter = filter;
  }

  /** The filtered query, with the same scores. A union stays one. */
  public static Query filtered(Query query, Query filter) {
    return query instanceof LanguageUnion union && union.filter.isEmpty()
        ? new LanguageUnion(union.languagesOf, union.languages, Optional.of(filter))
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  /**
   * Each query, filtered and restricted to its languages, those of most articles first. The query
   * itself if it is not a union.
   */
  public static List<Query> partsOf(Query query) {
    return query instanceof LanguageUnion union ? union.parts() : List.of(query);
  }

  private List<Query> parts() {
    return languagesOf.entrySet().stream()
        .sorted(Comparator.comparingInt(part -> -languages.count(part.getValue())))
        .map(part -> languages.only(part.getValue(), narrowed(part.getKey())))
        .toList();
  }

  private Query narrowed(Query query) {
    return filter.map(those -> filtered(query, those)).orElse(query);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return any();
  }

  /** All parts beside each other, with one filter for all. */
  Query any() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    languagesOf.forEach((query, those) -> any.add(languages.only(those, query), Occur.SHOULD));
    return narrowed(any.build());
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor any = visitor.getSubVisitor(Occur.SHOULD, this);
    parts().forEach(part -> part.visit(any));
  }

  @Override
  public String toString(String field) {
    return languagesOf + filter.map(those -> " #" + those).orElse("");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LanguageUnion that
        && languagesOf.equals(that.languagesOf)
        && languages.equals(that.languages)
        && filter.equals(that.filter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(languagesOf, filter);
  }
}
