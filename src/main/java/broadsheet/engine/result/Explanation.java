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
 * Why an article is found by a query, or is not, and what its place among the hits is made of. All
 * shares together are 1, or 0 where nothing is weighed. Immutable.
 *
 * @param id the article's
 * @param title its headline; may be empty
 * @param fit how far it has what was asked for
 * @param score by which it is ranked; 0 where it is no hit
 * @param rank its place among the hits by relevance, from 1, reprints being folded; empty where it
 *     is no hit or not among the best
 * @param isFolded whether at that place a reprint of it is listed
 * @param articles how many articles there are
 * @param units what was asked for, piece by piece, in the order typed, what narrows it at the end
 * @param pairs words next to each other in the query that stand near each other in the body
 * @param learnt what it has in common with the best hits; empty where nothing was learnt from them
 * @param meaning what brings it near in meaning; empty where nothing does
 * @param numbers how the score is worked out, to the last step
 * @param notes what was left out or cut short
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

  /** How far an article has what was asked for. */
  public enum Fit {
    /** It matches as asked. */
    WHOLE,
    /** No article matches as asked, and this one is among those that have most of it. */
    PART,
    /** Its words do not match, but what they mean is near. */
    MEANING,
    /** It is no hit. */
    NONE,
    /** The time was up before that was known. */
    UNKNOWN
  }

  /** What a piece of a query is there for. */
  public enum Role {
    /** An article must have it. */
    WANTED,
    /** One of several, of which not all need be there. */
    ALTERNATIVE,
    /** It narrows the search and is not weighed. */
    CONDITION,
    /** An article must not have it. */
    EXCLUDED,
    /** It was not looked for. */
    PASSED_OVER,
    /** A stop word beside other words: an article need not have it, and it counts a little. */
    STOP_WORD
  }

  /**
   * A piece of the query.
   *
   * @param text in the query language
   * @param isThere whether the article has it, or the condition holds
   * @param isMissing whether it keeps the article from matching: wanted and not there, or excluded
   *     and there
   * @param places how often it stands in each field that has it
   * @param forms as printed in the article, a few
   * @param articles how many articles have it; empty where that was not counted
   * @param share of the score, 0 to 1
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
  }

  /**
   * Two words that follow each other in the query.
   *
   * @param times how often they stand near each other in the body, at least 1
   * @param share of the score, 0 to 1
   */
  public record Pair(String first, String second, int times, double share) {}

  /**
   * What it has of the words that were learnt from the best hits of a question.
   *
   * @param words as printed in it, those that count most first; a few
   * @param has how many of them it has
   * @param all how many were learnt
   * @param share of the score, 0 to 1
   */
  public record Learnt(List<String> words, int has, int all, double share) {
    public Learnt {
      words = List.copyOf(words);
    }
  }

  /**
   * Its passage that is nearest to the query in meaning.
   *
   * @param likeness at most 1, by the model's measure
   * @param passage its text
   * @param share of the score, 0 to 1
   */
  public record Meaning(double likeness, String passage, double share) {}

  /**
   * One step of the score.
   *
   * @param description what the value is, in the engine's words
   * @param details what it is made of
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
