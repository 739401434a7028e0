package broadsheet.lucene.semantic;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.FacetField;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Matches the articles in the languages of a model. */
public final class LanguageArticles {
  private LanguageArticles() {}

  /** A query for them; a language includes its regional variants. */
  public static Query of(EmbeddingModels.Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(in(scope.others()), Occur.MUST_NOT);
    return query
        .add(scope.isForAny() ? IndexSchema.articles() : in(scope.named()), Occur.FILTER)
        .build();
  }

  private static Query in(Set<String> languages) {
    return new TermInSetQuery(
        IndexSchema.valuesOf(FacetField.LANGUAGE),
        languages.stream().map(language -> new BytesRef(FacetValues.indexed(language))).toList());
  }
}
