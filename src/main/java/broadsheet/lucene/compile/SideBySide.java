package broadsheet.lucene.compile;

import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Builds a phrase query from terms at consecutive positions. Not thread-safe. */
final class SideBySide {

  /** The terms allowed at a position. */
  private record Place(int position, List<BytesRef> terms) {}

  private final QueryField field;
  private final List<Place> places = new ArrayList<>();
  private int next;

  SideBySide(QueryField field) {
    this.field = field;
  }

  /** Adds the next position, with the terms allowed there. */
  void add(List<BytesRef> terms) {
    places.add(new Place(next++, terms));
  }

  /** Skips positions, where anything is allowed. */
  void skip(int count) {
    next += count;
  }

  /**
   * The query; a single position is not scored by frequency.
   *
   * @return empty when nothing was added
   */
  Optional<Query> query() {
    return places.size() == 1 && !places.getFirst().terms().isEmpty()
        ? Optional.of(anyOf(places.getFirst().terms()))
        : phrase();
  }

  private Optional<Query> phrase() {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    if (places.stream().anyMatch(place -> place.terms().isEmpty())) {
      return Optional.of(new MatchNoDocsQuery("a place in which no word can stand"));
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    places.forEach(place -> phrase.add(terms(place), place.position()));
    return Optional.of(phrase.build());
  }

  private Term[] terms(Place place) {
    return place.terms().stream().map(t -> new Term(field.label(), t)).toArray(Term[]::new);
  }

  /**
   * All terms in one bit set: where they match most articles, that is quicker than Lucene's
   * default, which reads the postings of the most frequent ones side by side.
   */
  private Query anyOf(List<BytesRef> terms) {
    return new ConstantScoreQuery(
        new TermInSetQuery(MultiTermQuery.CONSTANT_SCORE_REWRITE, field.label(), terms));
  }
}
