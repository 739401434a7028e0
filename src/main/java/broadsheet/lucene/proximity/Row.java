package broadsheet.lucene.proximity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/**
 * A phrase in a Lucene query, as the terms for each of its places.
 *
 * @param places the terms for each place; at least one
 * @param slop the most moves of words in total, as in Lucene
 */
record Row(List<Place> places, int slop) {

  /**
   * The terms allowed at a place.
   *
   * @param offset its distance from the first word
   */
  record Place(int offset, List<BytesRef> terms) {}

  /**
   * The rows that a query matches, as alternatives.
   *
   * @throws IllegalArgumentException when it is of a kind that {@link Occurrences.Unit} does not
   *     name
   */
  static List<Row> of(Query query) {
    return switch (query) {
      case BoostQuery boosted -> of(boosted.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case DisjunctionMaxQuery any ->
          any.getDisjuncts().stream().flatMap(each -> of(each).stream()).toList();
      case MatchNoDocsQuery _ -> List.of();
      case TermQuery one -> List.of(single(List.of(one.getTerm().bytes())));
      case SynonymQuery any -> List.of(single(bytes(any.getTerms())));
      case TermInSetQuery any -> List.of(single(bytes(any)));
      case PhraseQuery phrase -> List.of(of(phrase));
      case CommonGramsPhrase paired -> List.of(of(paired.phrase()));
      case MultiPhraseQuery phrase -> List.of(of(phrase));
      default -> throw new IllegalArgumentException("no row of words: " + query);
    };
  }

  private static Row single(List<BytesRef> terms) {
    return new Row(List.of(new Place(0, terms)), 0);
  }

  private static Row of(PhraseQuery phrase) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < phrase.getTerms().length; i++) {
      places.add(
          new Place(
              phrase.getPositions()[i] - phrase.getPositions()[0],
              List.of(phrase.getTerms()[i].bytes())));
    }
    return new Row(places, phrase.getSlop());
  }

  private static Row of(MultiPhraseQuery phrase) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < phrase.getTermArrays().length; i++) {
      places.add(
          new Place(
              phrase.getPositions()[i] - phrase.getPositions()[0],
              bytes(Arrays.asList(phrase.getTermArrays()[i]))));
    }
    return new Row(places, phrase.getSlop());
  }

  private static List<BytesRef> bytes(List<Term> terms) {
    return terms.stream().map(Term::bytes).sorted().toList();
  }

  private static List<BytesRef> bytes(TermInSetQuery query) {
    List<BytesRef> terms = new ArrayList<>();
    try {
      BytesRefIterator each = query.getBytesRefIterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        terms.add(BytesRef.deepCopyOf(term));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
