package broadsheet.lucene.facts;

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
public final class GatheredFacts {

  /** Number of terms that each part lists at first, in multiples of the wanted terms. */
  private static final int FIRST_TIMES = 4;

  private static final int MORE = 8;

  /** Parts that list this many times the wanted terms are not asked again. */
  private static final int MOST_TIMES = FIRST_TIMES * MORE * MORE;

  private static final Comparator<Fact.Counted> MOST_FREQUENT =
      Comparator.comparingInt(Fact.Counted::articles).reversed().thenComparing(Fact.Counted::term);

  private GatheredFacts() {}

  /** Asks all parts. */
  public interface Asking {
    /**
     * The answers of each part, in the order of the lookups.
     *
     * @param times see {@link PartFacts#of}
     */
    List<List<Fact>> each(List<Lookup> lookups, int times) throws IOException;
  }

  /** Combines the facts of all parts. */
  public static Map<Lookup, Fact> of(Set<Lookup> wanted, Asking asking) throws IOException {
    Map<Lookup, Fact> known = new HashMap<>();
    Set<Lookup> open = wanted;
    for (int times = FIRST_TIMES; !open.isEmpty(); times *= MORE) {
      open = add(known, open, times, asking);
    }
    return known;
  }

  /** Adds the facts that are certain. Returns the lookups that are not. */
  private static Set<Lookup> add(
      Map<Lookup, Fact> known, Set<Lookup> wanted, int times, Asking asking) throws IOException {
    Map<Lookup, List<Fact>> parts = asked(wanted, times, asking);
    Map<Lookup, List<Fact>> named = asked(unnamed(parts), times, asking);
    Set<Lookup> open = new LinkedHashSet<>();
    parts.forEach(
        (lookup, facts) -> {
          if (lookup instanceof Lookup.Frequent frequent) {
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
      Map<Lookup, Fact> known, Lookup.Frequent frequent, Fact.Terms found) {
    for (Fact.Counted term : found.terms()) {
      known.put(
          new Lookup.Articles(frequent.field(), term.term()), new Fact.Articles(term.articles()));
    }
  }

  private static Map<Lookup, List<Fact>> asked(Set<Lookup> lookups, int times, Asking asking)
      throws IOException {
    Map<Lookup, List<Fact>> answers = new LinkedHashMap<>();
    if (lookups.isEmpty()) {
      return answers;
    }
    List<Lookup> all = List.copyOf(lookups);
    for (List<Fact> part : asking.each(all, times)) {
      for (int i = 0; i < all.size(); i++) {
        answers.computeIfAbsent(all.get(i), _ -> new ArrayList<>()).add(part.get(i));
      }
    }
    return answers;
  }

  /** The terms that a part named and another, which did not name all of its own, may have too. */
  private static Set<Lookup> unnamed(Map<Lookup, List<Fact>> parts) {
    Set<Lookup> unnamed = new LinkedHashSet<>();
    parts.forEach(
        (lookup, facts) -> {
          if (lookup instanceof Lookup.Frequent frequent && isAnyCut(facts)) {
            facts.forEach(
                part ->
                    ((Fact.Terms) part)
                        .terms()
                        .forEach(
                            term ->
                                unnamed.add(new Lookup.Articles(frequent.field(), term.term()))));
          }
        });
    return unnamed;
  }

  private static boolean isAnyCut(List<Fact> parts) {
    return parts.stream().anyMatch(part -> ((Fact.Terms) part).isCut());
  }

  /**
   * @param isCertain whether no term that was not named can be among them
   */
  private record Ranked(Fact.Terms terms, boolean isCertain) {}

  private static Ranked ranked(
      Lookup.Frequent wanted, List<Fact> parts, Map<Lookup, List<Fact>> named) {
    Map<BytesRef, Integer> sums = new HashMap<>();
    long unseen = 0;
    for (Fact part : parts) {
      Fact.Terms own = (Fact.Terms) part;
      own.terms().forEach(term -> sums.merge(term.term(), term.articles(), Integer::sum));
      unseen += own.isCut() && !own.terms().isEmpty() ? own.terms().getLast().articles() : 0;
    }
    boolean isCut = isAnyCut(parts);
    List<Fact.Counted> all = new ArrayList<>();
    sums.forEach(
        (term, inParts) -> {
          List<Fact> exact = named.get(new Lookup.Articles(wanted.field(), term));
          int articles = !isCut || exact == null ? inParts : ((Fact.Articles) sum(exact)).count();
          all.add(new Fact.Counted(term, articles));
        });
    all.sort(MOST_FREQUENT);
    List<Fact.Counted> first = all.subList(0, Math.min(wanted.most(), all.size()));
    boolean isCertain = !isCut || (!first.isEmpty() && first.getLast().articles() > unseen);
    return new Ranked(
        new Fact.Terms(List.copyOf(first), isCut || all.size() > first.size()), isCertain);
  }

  private static Fact sum(List<Fact> parts) {
    return switch (parts.getFirst()) {
      case Fact.Articles _ ->
          new Fact.Articles(parts.stream().mapToInt(p -> ((Fact.Articles) p).count()).sum());
      case Fact.Whole _ -> whole(parts);
      case Fact.Lengths _ -> lengths(parts);
      case Fact.Terms _ -> throw new IllegalStateException("terms are ranked, not added up");
    };
  }

  private static Fact whole(List<Fact> parts) {
    Map<String, Integer> languages = new HashMap<>();
    int documents = 0;
    boolean hasFamilies = false;
    for (Fact part : parts) {
      Fact.Whole own = (Fact.Whole) part;
      documents += own.documents();
      hasFamilies |= own.hasFamilies();
      own.languages().forEach((tag, count) -> languages.merge(tag, count, Integer::sum));
    }
    languages.values().removeIf(count -> count == 0); // of a part without articles
    return new Fact.Whole(documents, languages, hasFamilies);
  }

  private static Fact lengths(List<Fact> parts) {
    long texts = 0;
    long words = 0;
    for (Fact part : parts) {
      Fact.Lengths own = (Fact.Lengths) part;
      texts += own.texts();
      words += own.words();
    }
    return new Fact.Lengths(texts, words);
  }
}
