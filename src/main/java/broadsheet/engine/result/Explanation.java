package broadsheet.engine.result;

import broadsheet.query.QueryField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Explains why a query finds an article or does not, and how its rank comes about. All shares
 * together are 1, or 0 if nothing is scored. Immutable.
 *
 * @param id the id of the article
 * @param title its headline; may be empty
 * @param fit the extent to which it matches the query
 * @param score the score that it is ranked by; 0 if it is not a hit
 * @param rank its rank by relevance, from 1, with reprints grouped; empty where it is not a hit or
 *     not among the best
 * @param isFolded whether a reprint of it is listed at that rank
 * @param articles the number of articles in the index
 * @param units the parts of the query in the order typed, with those that only narrow the search at
 *     the end
 * @param pairs adjacent words of the query that occur near each other in the body
 * @param learnt the expansion terms it has; empty where relevance feedback gave none
 * @param meaning its nearest passage in meaning; empty where none is near
 * @param numbers the calculation of the score, to the last step
 * @param notes the parts of the query that were left out or cut short
 */
public record Explanation(
    String id,
    String title,
    Fit fit,
    double score,
    OptionalInt rank,
    boolean isFolded,
    long articles,
    List<Unit> units,
    List<Pair> pairs,
    Optional<Learnt> learnt,
    Optional<Meaning> meaning,
    Optional<Numbers> numbers,
    List<Note> notes) {

  /** The extent to which an article matches the query. */
  public enum Fit {
    /** All of it. */
    WHOLE,
    /**
     * Part of it: no article matches the whole query, and this one is among those that match most.
     */
    PART,
    /** Its words do not match, but its meaning is near. */
    MEANING,
    /** It is not a hit. */
    NONE,
    /** The time ran out before this was known. */
    UNKNOWN
  }

  /** The part that one piece of a query plays. */
  public enum Role {
    /** An article must have it. */
    WANTED,
    /** One of several alternatives, not all of which are needed. */
    ALTERNATIVE,
    /** It narrows the search and does not score. */
    CONDITION,
    /** An article must not have it. */
    EXCLUDED,
    /** It was not searched for. */
    PASSED_OVER,
    /** An optional word beside others, such as a stop word: of little weight. */
    STOP_WORD
  }

  /**
   * A part of the query.
   *
   * @param text the part in the query language
   * @param isThere whether the article has it, or the condition holds
   * @param isMissing whether it keeps the article from matching: required but absent, or excluded
   *     but present
   * @param places the number of its occurrences in each field that has it
   * @param forms the forms as printed in the article, a few
   * @param articles the number of articles that have it; empty if that was not counted
   * @param share the share of the score, 0 to 1
   */
  public record Unit(
      String text,
      Role role,
      boolean isThere,
      boolean isMissing,
      Map<QueryField, Integer> places,
      List<String> forms,
      OptionalLong articles,
      double share) {
    public Unit {
      places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
      forms = List.copyOf(forms);
    }

    /** Returns this unit with the number of articles that have it. */
    public Unit with(OptionalLong counted) {
      return new Unit(text, role, isThere, isMissing, places, forms, counted, share);
    }
  }

  /**
   * Two consecutive words of the query.
   *
   * @param times the number of times they occur near each other in the body, at least 1
   * @param share the share of the score, 0 to 1
   */
  public record Pair(String first, String second, int times, double share) {}

  /**
   * The expansion terms an article has. Relevance feedback takes expansion terms from the best
   * hits.
   *
   * @param words the words as printed in it, those of most weight first; a few
   * @param has the number of expansion terms in the article
   * @param all the number of expansion terms
   * @param share the share of the score, 0 to 1
   */
  public record Learnt(List<String> words, int has, int all, double share) {
    public Learnt {
      words = List.copyOf(words);
    }
  }

  /**
   * The passage of the article that is nearest to the query in meaning.
   *
   * @param likeness at most 1, by the model's measure
   * @param passage its text
   * @param share the share of the score, 0 to 1
   */
  public record Meaning(double likeness, String passage, double share) {}

  /**
   * One step of the score.
   *
   * @param description the meaning of the value, in the engine's words
   * @param details the steps that lead to it
   */
  public record Numbers(double value, String description, List<Numbers> details) {
    public Numbers {
      details = List.copyOf(details);
    }
  }

  public Explanation {
    units = List.copyOf(units);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /** Whether the article is among the hits. */
  public boolean isHit() {
    return fit == Fit.WHOLE || fit == Fit.PART || fit == Fit.MEANING;
  }
}
