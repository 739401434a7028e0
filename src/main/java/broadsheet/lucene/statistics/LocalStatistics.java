package broadsheet.lucene.statistics;

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
public record LocalStatistics(ReaderSnapshot part) {

  private static final Comparator<GlobalStatistic.Counted> MOST_FREQUENT =
      Comparator.comparingInt(GlobalStatistic.Counted::articles)
          .reversed()
          .thenComparing(GlobalStatistic.Counted::term);

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
  public GlobalStatistic of(StatisticRequest wanted, int times, Deadline deadline)
      throws IOException {
    return switch (wanted) {
      case StatisticRequest.Whole _ ->
          new GlobalStatistic.Whole(
              own().documents(), own().languages().articles(), part.hasFamilies());
      case StatisticRequest.Articles(String field, BytesRef term) ->
          new GlobalStatistic.Articles(own().documents(new Term(field, term)));
      case StatisticRequest.SideBySide(String first, String second) ->
          new GlobalStatistic.Articles(own().sideBySide(first, second));
      case StatisticRequest.Together(String first, String second) ->
          new GlobalStatistic.Articles(own().together(first, second));
      case StatisticRequest.InLanguage(String word, String language) ->
          new GlobalStatistic.Articles(own().inLanguage(word, language));
      case StatisticRequest.Lengths(String field) -> lengths(own().statistics(field));
      case StatisticRequest.Values(String field) ->
          new GlobalStatistic.Articles((int) Math.min(own().values(field), Integer.MAX_VALUE));
      case StatisticRequest.Expansion(String field, BytesRef pattern, int shortest, int most) ->
          expanded(
              new TermExpansion.Wanted(Automata.of(pattern), shortest, times(most, times)),
              field,
              deadline);
      case StatisticRequest.Alike(String field, SpelledAlike alike) ->
          expanded(alike.pattern(times(alike.most(), times)), field, deadline);
      case StatisticRequest.Beginning(String field, String prefix, int most) ->
          terms(own().beginningWith(field, prefix, times(most, times) + 1), times(most, times));
      case StatisticRequest.Accepted(String field, BytesRef pattern, int most) ->
          terms(
              own().accepted(field, Automata.of(pattern), times(most, times) + 1),
              times(most, times));
    };
  }

  private static int times(int most, int times) {
    return (int) Math.min((long) most * times, Integer.MAX_VALUE - 1);
  }

  private static GlobalStatistic lengths(@Nullable CollectionStatistics of) {
    return of == null
        ? new GlobalStatistic.Lengths(0, 0)
        : new GlobalStatistic.Lengths(of.docCount(), of.sumTotalTermFreq());
  }

  private GlobalStatistic expanded(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException {
    TermExpansion found = own().expansion(wanted, field, deadline);
    List<GlobalStatistic.Counted> counted = new ArrayList<>();
    for (BytesRef word : found.terms()) {
      counted.add(new GlobalStatistic.Counted(word, own().documents(new Term(field, word))));
    }
    counted.sort(MOST_FREQUENT);
    return new GlobalStatistic.Terms(counted, found.isCut());
  }

  private static GlobalStatistic terms(List<PrefixedTerms.Counted> found, int most) {
    List<GlobalStatistic.Counted> counted =
        found.stream()
            .limit(most)
            .map(term -> new GlobalStatistic.Counted(new BytesRef(term.text()), term.articles()))
            .toList();
    return new GlobalStatistic.Terms(counted, found.size() > most);
  }
}
