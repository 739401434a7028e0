package broadsheet.lucene.facts;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SpelledAlike;
import broadsheet.lucene.snapshot.TermExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the term statistics of one part of an archive.
 *
 * @param part the part of the archive, with the dictionary of its own terms
 */
public record PartFacts(ReaderSnapshot part) {

  private static final Comparator<Fact.Counted> MOST_FREQUENT =
      Comparator.comparingInt(Fact.Counted::articles).reversed().thenComparing(Fact.Counted::term);

  private Dictionary own() {
    return part.dictionary();
  }

  /**
   * Answers a lookup.
   *
   * @param times the number of terms to list, in multiples of the wanted terms: terms that are
   *     frequent in the archive need not be so in each part
   * @param deadline ends the expansion of patterns
   */
  public Fact of(Lookup wanted, int times, Deadline deadline) throws IOException {
    return switch (wanted) {
      case Lookup.Whole _ ->
          new Fact.Whole(own().documents(), own().languages().articles(), part.hasFamilies());
      case Lookup.Articles(String field, BytesRef term) ->
          new Fact.Articles(own().documents(new Term(field, term)));
      case Lookup.SideBySide(String first, String second) ->
          new Fact.Articles(own().sideBySide(first, second));
      case Lookup.Together(String first, String second) ->
          new Fact.Articles(own().together(first, second));
      case Lookup.InLanguage(String word, String language) ->
          new Fact.Articles(own().inLanguage(word, language));
      case Lookup.Lengths(String field) -> lengths(own().statistics(field));
      case Lookup.Values(String field) ->
          new Fact.Articles((int) Math.min(own().values(field), Integer.MAX_VALUE));
      case Lookup.Expansion(String field, BytesRef pattern, int shortest, int most) ->
          expanded(
              new TermExpansion.Wanted(Automata.of(pattern), shortest, times(most, times)),
              field,
              deadline);
      case Lookup.Alike(String field, SpelledAlike alike) ->
          expanded(alike.pattern(times(alike.most(), times)), field, deadline);
      case Lookup.Beginning(String field, String prefix, int most) ->
          terms(own().beginningWith(field, prefix, times(most, times) + 1), times(most, times));
      case Lookup.Accepted(String field, BytesRef pattern, int most) ->
          terms(
              own().accepted(field, Automata.of(pattern), times(most, times) + 1),
              times(most, times));
    };
  }

  private static int times(int most, int times) {
    return (int) Math.min((long) most * times, Integer.MAX_VALUE - 1);
  }

  private static Fact lengths(@Nullable CollectionStatistics of) {
    return of == null
        ? new Fact.Lengths(0, 0)
        : new Fact.Lengths(of.docCount(), of.sumTotalTermFreq());
  }

  private Fact expanded(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException {
    TermExpansion found = own().expansion(wanted, field, deadline);
    List<Fact.Counted> counted = new ArrayList<>();
    for (BytesRef word : found.terms()) {
      counted.add(new Fact.Counted(word, own().documents(new Term(field, word))));
    }
    counted.sort(MOST_FREQUENT);
    return new Fact.Terms(counted, found.isCut());
  }

  private static Fact terms(List<PrefixedTerms.Counted> found, int most) {
    List<Fact.Counted> counted =
        found.stream()
            .limit(most)
            .map(term -> new Fact.Counted(new BytesRef(term.text()), term.articles()))
            .toList();
    return new Fact.Terms(counted, found.size() > most);
  }
}
