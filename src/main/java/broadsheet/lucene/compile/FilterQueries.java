package broadsheet.lucene.compile;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Builds the Lucene queries that filter without scores or marks. Stateless. */
public final class FilterQueries {
  private FilterQueries() {}

  /**
   * The filters of a request as a query; empty when there are none.
   *
   * @param names those that were found in the articles
   */
  public static Optional<Query> of(Filters filters, FoundNames names) {
    if (filters.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (filters.from().isPresent() || filters.to().isPresent()) {
      query.add(dates(filters.from(), filters.to()), Occur.FILTER);
    }
    filters
        .addedAfter()
        .ifPresent(state -> query.add(addedAfter(state, filters.addedIn()), Occur.FILTER));
    filters
        .values()
        .forEach(
            (facet, wanted) ->
                query.add(
                    facet == FacetField.YEAR
                        ? years(wanted)
                        : either(values(facet, wanted), names.named(facet, wanted)),
                    Occur.FILTER));
    return Optional.of(query.build());
  }

  private static Query addedAfter(long state, Map<String, Long> lower) {
    Query later = Added.range(Optional.of(state + 1), Optional.empty());
    for (Map.Entry<String, Long> each : lower.entrySet()) {
      Query own =
          new BooleanQuery.Builder()
              .add(Added.range(Optional.of(each.getValue() + 1), Optional.of(state)), Occur.FILTER)
              .add(collections(List.of(each.getKey())), Occur.FILTER)
              .build();
      later = either(later, Optional.of(own));
    }
    return later;
  }

  /** Articles that state a value, or in which it is found. */
  static Query either(Query stated, Optional<? extends Query> found) {
    return found
        .<Query>map(
            mentions ->
                new BooleanQuery.Builder()
                    .add(stated, Occur.SHOULD)
                    .add(mentions, Occur.SHOULD)
                    .build())
        .orElse(stated);
  }

  private static Query values(FacetField facet, List<String> wanted) {
    if (facet == FacetField.COLLECTION) {
      return collections(wanted);
    }
    List<BytesRef> terms = wanted.stream().map(v -> new BytesRef(FacetValues.indexed(v))).toList();
    return KeywordField.newSetQuery(IndexSchema.valuesOf(facet), terms);
  }

  private static Query collections(List<String> wanted) {
    List<BytesRef> terms = wanted.stream().map(BytesRef::new).toList();
    Query others = KeywordField.newSetQuery(IndexSchema.valuesOf(FacetField.COLLECTION), terms);
    return wanted.contains(ArchiveCollection.FIRST.name())
        ? either(others, Optional.of(firstCollection()))
        : others;
  }

  /** Articles of the first collection, which do not name it. */
  static Query firstCollection() {
    return without(new FieldExistsQuery(IndexSchema.valuesOf(FacetField.COLLECTION)));
  }

  /** Whether a part of a query asks for {@link #firstCollection}. */
  static boolean isFirstCollection(QueryNode.InField in) {
    return in.field() == QueryField.COLLECTION
        && in.child() instanceof QueryNode.TextUnit unit
        && unit.text().equalsIgnoreCase(ArchiveCollection.FIRST.name());
  }

  /** Articles of exactly this language. */
  public static Query language(String tag) {
    return values(FacetField.LANGUAGE, List.of(tag));
  }

  private static Query years(List<String> wanted) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String year : wanted) {
      LocalDate first = LocalDate.of(Integer.parseInt(year), 1, 1);
      LocalDate last = first.plusYears(1).minusDays(1);
      any.add(dates(Optional.of(first), Optional.of(last)), Occur.SHOULD);
    }
    return any.build();
  }

  /** Articles all of whose possible days are in the range, both ends included. */
  public static Query dates(Optional<LocalDate> from, Optional<LocalDate> to) {
    int first = from.map(FilterQueries::epochDay).orElse(Integer.MIN_VALUE);
    int last = to.map(FilterQueries::epochDay).orElse(Integer.MAX_VALUE);
    if (first > last) {
      return new MatchNoDocsQuery("an empty range of dates");
    }
    return new BooleanQuery.Builder()
        .add(IntField.newRangeQuery(IndexSchema.FIRST_DAY, first, Integer.MAX_VALUE), Occur.FILTER)
        .add(IntField.newRangeQuery(IndexSchema.LAST_DAY, Integer.MIN_VALUE, last), Occur.FILTER)
        .build();
  }

  /** Articles that have any of these fields. */
  static Query present(Collection<QueryField> fields, FoundNames names) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    fields.forEach(field -> query.add(either(present(field), names.any(field)), Occur.SHOULD));
    return query.build();
  }

  private static Query present(QueryField field) {
    if (field == QueryField.COLLECTION) {
      return IndexSchema.articles();
    }
    Optional<FacetField> facet =
        FacetField.KEYWORDS.stream().filter(f -> IndexSchema.wordsOf(f) == field).findFirst();
    if (facet.isPresent()) {
      return new FieldExistsQuery(IndexSchema.valuesOf(facet.get()));
    }
    return field.kind() == QueryField.Kind.TEXT
        ? new FieldExistsQuery(field.label())
        : new WildcardQuery(new Term(field.label(), "*"));
  }

  /** Articles of unknown date. */
  static Query undated() {
    return without(new FieldExistsQuery(IndexSchema.FIRST_DAY));
  }

  static Query added(QueryNode.AddedRange range) {
    return unscored(Added.days(range.from(), range.to()));
  }

  /** Ids are matched whole; the parser allows only one word or phrase in that field. */
  static Optional<Query> id(QueryNode child) {
    return switch (child) {
      case QueryNode.Word word -> Optional.of(id(word.text()));
      case QueryNode.ExactWord word -> Optional.of(id(word.text()));
      case QueryNode.Phrase phrase -> Optional.of(id(phrase.text()));
      case QueryNode.Wildcard wildcard when wildcard.pattern().equals("*") ->
          Optional.of(IndexSchema.articles());
      default -> Optional.empty();
    };
  }

  private static Query id(String id) {
    return new TermQuery(new Term(IndexSchema.ID, id));
  }

  /** Articles with any of these ids. */
  static Query ids(Collection<String> ids) {
    return unscored(new TermInSetQuery(IndexSchema.ID, ids.stream().map(BytesRef::new).toList()));
  }

  static Query numbers(QueryNode.NumberRange range) {
    int from = range.from().map(FilterQueries::clamp).orElse(Integer.MIN_VALUE);
    int to = range.to().map(FilterQueries::clamp).orElse(Integer.MAX_VALUE);
    return from > to
        ? new MatchNoDocsQuery("an empty range of numbers")
        : unscored(IntField.newRangeQuery(range.field().label(), from, to));
  }

  /**
   * Without this, such queries would add 1 to the score of an article that has one of two parts.
   */
  private static Query unscored(Query filter) {
    return new BooleanQuery.Builder().add(filter, Occur.FILTER).build();
  }

  /** All articles except those. */
  static Query without(Query excluded) {
    return new BooleanQuery.Builder()
        .add(IndexSchema.articles(), Occur.FILTER)
        .add(excluded, Occur.MUST_NOT)
        .build();
  }

  private static int epochDay(LocalDate day) {
    return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static int clamp(long number) {
    return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
