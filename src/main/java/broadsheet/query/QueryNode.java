package broadsheet.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asked, as a tree that knows no engine. Text in it stands as it was typed: cutting
 * it into words, folding and stemming are the engine's. Immutable.
 */
public sealed interface QueryNode {

  /** Every article: an empty query, or one with only exclusions beside it. */
  record Everything() implements QueryNode {}

  /** A word, whatever its ending. May hold marks such as in {@code well-being} or {@code U.S.}. */
  public record Word(String text) implements QueryNode {
    public Word {
      requireText(text);
    }
  }

  /** This form of a word and no other. */
  record ExactWord(String text) implements QueryNode {
    public ExactWord {
      requireText(text);
    }
  }

  /**
   * Words in this order, as typed.
   *
   * @param text the words between the quotes, single blanks between them; an asterisk alone stands
   *     for exactly one word
   * @param slop 0 for exactly so; else how many moves of a word are allowed, in Lucene's sense
   */
  record Phrase(String text, int slop) implements QueryNode {
    public Phrase {
      requireText(text);
      if (slop < 0) {
        throw new IllegalArgumentException("negative slop: " + slop);
      }
    }
  }

  /** A word with {@code *} for any run of characters and {@code ?} for one. */
  record Wildcard(String pattern) implements QueryNode {
    /** Alone in a field, the pattern of articles that have anything in it. */
    public static final String ANYTHING = "*";

    public Wildcard {
      requireText(pattern);
    }
  }

  /**
   * A word and those spelt like it.
   *
   * @param edits the most insertions, deletions, substitutions and swaps; 0 to 2
   */
  record Fuzzy(String text, int edits) implements QueryNode {
    public Fuzzy {
      requireText(text);
      if (edits < 0 || edits > 2) {
        throw new IllegalArgumentException("edits not within 0 to 2: " + edits);
      }
    }
  }

  /** The child, looked for in that field alone. The field is of kind TEXT or KEYWORD. */
  record InField(QueryField field, QueryNode child) implements QueryNode {}

  /**
   * Articles published in these calendar days, both included; an open end is empty. An article
   * known only to its month or year is inside when its whole month or year is.
   */
  record DateRange(Optional<LocalDate> from, Optional<LocalDate> to) implements QueryNode {}

  /** Articles with no known date. */
  record DateUnknown() implements QueryNode {}

  /** Articles whose number in that field (kind NUMBER) is in the range, both ends included. */
  record NumberRange(QueryField field, Optional<Long> from, Optional<Long> to)
      implements QueryNode {}

  /** Units with only blanks between them: all are wanted, and where no article has all, most. */
  record Together(List<QueryNode> children) implements QueryNode {
    public Together {
      children = atLeastTwo(children);
    }
  }

  /** Joined by AND: all of them, without relaxing. */
  record AllOf(List<QueryNode> children) implements QueryNode {
    public AllOf {
      children = atLeastTwo(children);
    }
  }

  /** Joined by OR. */
  record AnyOf(List<QueryNode> children) implements QueryNode {
    public AnyOf {
      children = atLeastTwo(children);
    }
  }

  /**
   * Both sides in one field of an article and within reach of each other; they may not overlap.
   *
   * <p>A group of several wanted units on one side means all of them near the same place of the
   * other side; alternatives mean any of them. What has no place in the text (a date, an exclusion,
   * a count) holds for the article as a whole.
   */
  record Near(QueryNode left, QueryNode right, Reach reach) implements QueryNode {}

  /** The wanted side where nothing of the unwanted is within reach of it. */
  record NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) implements QueryNode {}

  /**
   * The child at least {@code count} times in the fields it is looked for in, counted together.
   * Alternatives are counted together, too; of units that are all wanted, each must occur so often.
   * What is near something is counted once for each place of its first side.
   *
   * @param count from 2 to {@value #MOST_TIMES}
   */
  record AtLeast(int count, QueryNode child) implements QueryNode {
    /** The highest count that can be asked for. */
    public static final int MOST_TIMES = 10_000;

    public AtLeast {
      if (count < 2 || count > MOST_TIMES) {
        throw new IllegalArgumentException("count not within 2 to " + MOST_TIMES + ": " + count);
      }
    }
  }

  /** Articles that do not match the child. */
  record Not(QueryNode child) implements QueryNode {}

  /** The child, counting {@code factor} times as much in the ranking. The factor is above 0. */
  record Boosted(QueryNode child, float factor) implements QueryNode {
    public Boosted {
      if (!(factor > 0) || Float.isInfinite(factor)) {
        throw new IllegalArgumentException("not a boost: " + factor);
      }
    }
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a query unit without text");
    }
  }

  private static List<QueryNode> atLeastTwo(List<QueryNode> children) {
    if (children.size() < 2) {
      throw new IllegalArgumentException("fewer than two to join: " + children);
    }
    return List.copyOf(children);
  }
}
