package broadsheet.lucene.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * Merges the term statistics of all parts of an archive into global ones. The list of the most
 * frequent terms is exact: a part with a truncated list looks up the terms of the other lists, and
 * if a term outside all lists might be among the wanted ones, all parts list more (Fagin, Lotem and
 * Naor, "Optimal aggregation algorithms for middleware", 2003). Stateless.
 */
public final class StatisticsMerge {

  /** Number of terms that each part lists at first, in multiples of the wanted terms. */
  private static final int FIRST_TIMES = 4;

  private static final int MORE = 8;

  /** Parts that list this many times the wanted terms are not asked again. */
  private static final int MOST_TIMES = FIRST_TIMES * MORE * MORE;

  private static final Comparator<GlobalStatistic.Counted> MOST_FREQUENT =
      Comparator.comparingInt(GlobalStatistic.Counted::articles)
          .reversed()
          .thenComparing(GlobalStatistic.Counted::term);

  private StatisticsMerge() {}

  /** Asks all parts. */
  public interface Asking {
    /**
     * The answers of each part, in the order of the lookups.
     *
     * @param times see {@link LocalStatistics#of}
     */
    List<List<GlobalStatistic>> each(List<StatisticRequest> lookups, int times) throws IOException;
  }

  /** Combines the facts of all parts. */
  public static Map<StatisticRequest, GlobalStatistic> of(
      Set<StatisticRequest> wanted, Asking asking) throws IOException {
    Map<StatisticRequest, GlobalStatistic> known = new HashMap<>();
    Set<StatisticRequest> open = wanted;
    for (int times = FIRST_TIMES; !open.isEmpty(); times *= MORE) {
      open = add(known, open, times, asking);
    }
    return known;
  }

  /** Adds the facts that are certain. Returns the lookups that are not. */
  private static Set<StatisticRequest> add(
      Map<StatisticRequest, GlobalStatistic> known,
      Set<StatisticRequest> wanted,
      int times,
      Asking asking)
      throws IOException {
    Map<StatisticRequest, List<GlobalStatistic>> parts = asked(wanted, times, asking);
    Map<StatisticRequest, List<GlobalStatistic>> named = asked(unnamed(parts), times, asking);
    Set<StatisticRequest> open = new LinkedHashSet<>();
    parts.forEach(
        (lookup, facts) -> {
          if (lookup instanceof StatisticRequest.Frequent frequent) {
            Ranked ranked = ranked(frequent, facts, named);
            if (ranked.isCertain() || times >= MOST_TIMES) {
              known.put(lookup, ranked.terms());
              addArticles(known, frequent, ranked.terms());
            } else {
              open.add(lookup);
            }
          } else {
            known.put(lookup, sum(facts));
          }
        });
    return open;
  }

  /** The counts of printed words are those that are likely to be looked up next. */
  private static void addArticles(
      Map<StatisticRequest, GlobalStatistic> known,
      StatisticRequest.Frequent frequent,
      GlobalStatistic.Terms found) {
    for (GlobalStatistic.Counted term : found.terms()) {
      known.put(
          new StatisticRequest.Articles(frequent.field(), term.term()),
          new GlobalStatistic.Articles(term.articles()));
    }
  }

  private static Map<StatisticRequest, List<GlobalStatistic>> asked(
      Set<StatisticRequest> lookups, int times, Asking asking) throws IOException {
    Map<StatisticRequest, List<GlobalStatistic>> answers = new LinkedHashMap<>();
    if (lookups.isEmpty()) {
      return answers;
    }
    List<StatisticRequest> all = List.copyOf(lookups);
    for (List<GlobalStatistic> part : asking.each(all, times)) {
      for (int i = 0; i < all.size(); i++) {
        answers.computeIfAbsent(all.get(i), _ -> new ArrayList<>()).add(part.get(i));
      }
    }
    return answers;
  }

  /** The terms that a part named and another, which did not name all of its own, may have too. */
  private static Set<StatisticRequest> unnamed(Map<StatisticRequest, List<GlobalStatistic>> parts) {
    Set<StatisticRequest> unnamed = new LinkedHashSet<>();
    parts.forEach(
        (lookup, facts) -> {
          if (lookup instanceof StatisticRequest.Frequent frequent && isAnyCut(facts)) {
            facts.forEach(
                part ->
                    ((GlobalStatistic.Terms) part)
                        .terms()
                        .forEach(
                            term ->
                                unnamed.add(
                                    new StatisticRequest.Articles(frequent.field(), term.term()))));
          }
        });
    return unnamed;
  }

  private static boolean isAnyCut(List<GlobalStatistic> parts) {
    return parts.stream().anyMatch(part -> ((GlobalStatistic.Terms) part).isCut());
  }

  /**
   * @param isCertain whether no term that was not named can be among them
   */
  private record Ranked(GlobalStatistic.Terms terms, boolean isCertain) {}

  private static Ranked ranked(
      StatisticRequest.Frequent wanted,
      List<GlobalStatistic> parts,
      Map<StatisticRequest, List<GlobalStatistic>> named) {
    Map<BytesRef, Integer> sums = new HashMap<>();
    long unseen = 0;
    for (GlobalStatistic part : parts) {
      GlobalStatistic.Terms own = (GlobalStatistic.Terms) part;
      own.terms().forEach(term -> sums.merge(term.term(), term.articles(), Integer::sum));
      unseen += own.isCut() && !own.terms().isEmpty() ? own.terms().getLast().articles() : 0;
    }
    boolean isCut = isAnyCut(parts);
    List<GlobalStatistic.Counted> all = new ArrayList<>();
    sums.forEach(
        (term, inParts) -> {
          List<GlobalStatistic> exact =
              named.get(new StatisticRequest.Articles(wanted.field(), term));
          int articles =
              !isCut || exact == null ? inParts : ((GlobalStatistic.Articles) sum(exact)).count();
          all.add(new GlobalStatistic.Counted(term, articles));
        });
    all.sort(MOST_FREQUENT);
    List<GlobalStatistic.Counted> first = all.subList(0, Math.min(wanted.most(), all.size()));
    boolean isCertain = !isCut || (!first.isEmpty() && first.getLast().articles() > unseen);
    return new Ranked(
        new GlobalStatistic.Terms(List.copyOf(first), isCut || all.size() > first.size()),
        isCertain);
  }

  private static GlobalStatistic sum(List<GlobalStatistic> parts) {
    return switch (parts.getFirst()) {
      case GlobalStatistic.Articles _ ->
          new GlobalStatistic.Articles(
              parts.stream().mapToInt(p -> ((GlobalStatistic.Articles) p).count()).sum());
      case GlobalStatistic.Whole _ -> whole(parts);
      case GlobalStatistic.Lengths _ -> lengths(parts);
      case GlobalStatistic.Terms _ ->
          throw new IllegalStateException("terms are ranked, not added up");
    };
  }

  private static GlobalStatistic whole(List<GlobalStatistic> parts) {
    Map<String, Integer> languages = new HashMap<>();
    int documents = 0;
    boolean hasFamilies = false;
    for (GlobalStatistic part : parts) {
      GlobalStatistic.Whole own = (GlobalStatistic.Whole) part;
      documents += own.documents();
      hasFamilies |= own.hasFamilies();
      own.languages().forEach((tag, count) -> languages.merge(tag, count, Integer::sum));
    }
    languages.values().removeIf(count -> count == 0); // of a part without articles
    return new GlobalStatistic.Whole(documents, languages, hasFamilies);
  }

  private static GlobalStatistic lengths(List<GlobalStatistic> parts) {
    long texts = 0;
    long words = 0;
    for (GlobalStatistic part : parts) {
      GlobalStatistic.Lengths own = (GlobalStatistic.Lengths) part;
      texts += own.texts();
      words += own.words();
    }
    return new GlobalStatistic.Lengths(texts, words);
  }
}
