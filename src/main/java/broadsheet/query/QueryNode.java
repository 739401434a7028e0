package broadsheet.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query as a tree that is independent of any engine. Its text is as typed: engines cut it into
 * words, fold and stem it. Immutable.
 */
public sealed interface QueryNode {

  /** A node without parts. */
  sealed interface Leaf extends QueryNode {}

  /** A word, a phrase or a pattern to search for in texts. */
  sealed interface TextUnit extends Leaf {
    /** The typed text, without the marks of its kind. */
    String text();
  }

  /** A statement about an article as a whole, which has no place in its text and no score. */
  sealed interface Condition extends Leaf {}

  /** Parts joined by blanks, AND or OR: at least two. */
  sealed interface Join extends QueryNode {
    List<QueryNode> children();
  }

  /** The nodes this one is made of, from left to right; none for a leaf. */
  default List<QueryNode> parts() {
    return switch (this) {
      case Leaf _ -> List.of();
      case Join join -> join.children();
      case Near(QueryNode left, QueryNode right, Reach _) -> List.of(left, right);
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach _) -> List.of(wanted, unwanted);
      case InField(QueryField _, QueryNode child) -> List.of(child);
      case AtLeast(int _, QueryNode child) -> List.of(child);
      case Not(QueryNode child) -> List.of(child);
      case Boosted(QueryNode child, float _) -> List.of(child);
    };
  }

  /** Every article: an empty query, or one that only excludes. */
  record Everything() implements Leaf {}

  /** A word in any of its forms. May hold marks such as in {@code well-being} or {@code U.S.}. */
  public record Word(String text) implements TextUnit {
    public Word {
      requireText(text);
    }
  }

  /** This form of a word and no other. */
  record ExactWord(String text) implements TextUnit {
    public ExactWord {
      requireText(text);
    }
  }

  /**
   * Words in this order, as typed.
   *
   * @param text the words between the quotes, separated by single blanks; a lone asterisk matches
   *     exactly one word
   * @param slop 0 for exactly this order; otherwise the number of moves of a word that are allowed,
   *     as in Lucene
   */
  record Phrase(String text, int slop) implements TextUnit {
    public Phrase {
      requireText(text);
      if (slop < 0) {
        throw new IllegalArgumentException("negative slop: " + slop);
      }
    }
  }

  /** A word with {@code *} for any run of characters and {@code ?} for one. */
  record Wildcard(String pattern) implements TextUnit {
    /** Matches any value, as a whole pattern in a field. */
    public static final String ANYTHING = "*";

    public Wildcard {
      requireText(pattern);
    }

    @Override
    public String text() {
      return pattern;
    }
  }

  /**
   * A word and words of similar spelling.
   *
   * @param edits the most insertions, deletions, substitutions and swaps; 0 to 2
   */
  record Fuzzy(String text, int edits) implements TextUnit {
    public Fuzzy {
      requireText(text);
      if (edits < 0 || edits > 2) {
        throw new IllegalArgumentException("edits not within 0 to 2: " + edits);
      }
    }
  }

  /** The child, searched in that field alone. The field is of kind TEXT or KEYWORD. */
  record InField(QueryField field, QueryNode child) implements QueryNode {}

  /**
   * Articles published in these calendar days, both included; an open end is empty. An article
   * known only by its month or year matches when its whole month or year is in the range.
   */
  record DateRange(Optional<LocalDate> from, Optional<LocalDate> to) implements Condition {}

  /** Articles with no known date. */
  record DateUnknown() implements Condition {}

  /** Articles that an update brought on these days, both included; an open end is empty. */
  record AddedRange(Optional<LocalDate> from, Optional<LocalDate> to) implements Condition {}

  /** Articles whose number in that field (kind NUMBER) is in the range, both ends included. */
  record NumberRange(QueryField field, Optional<Long> from, Optional<Long> to)
      implements Condition {}

  /**
   * The articles that a reader put on the list with that name.
   *
   * @param list the name of the list; {@value #ANY} for any list, {@value #READ} for articles
   *     marked as read
   * @param articles the ids of those articles in the archive; empty until {@link
   *     broadsheet.query.tree.ListLookup} has looked them up
   */
  record OnList(String list, Set<String> articles) implements Condition {
    /** Replaces a name: any list. */
    public static final String ANY = "any";

    /** Replaces a name: articles marked as read. */
    public static final String READ = "read";

    public OnList {
      requireText(list);
      articles = Set.copyOf(articles);
    }

    /** Before it was looked up. */
    public OnList(String list) {
      this(list, Set.of());
    }
  }

  /**
   * Makes the whole query search what sources repeat as well; see {@link ShownFurniture}. Every
   * article meets it.
   */
  record FurnitureShown() implements Condition {}

  /** Units separated only by blanks: all are wanted, or, where no article has all, most. */
  record Together(List<QueryNode> children) implements Join {
    public Together {
      children = atLeastTwo(children);
    }
  }

  /** Joined by AND: all of them, without relaxing. */
  record AllOf(List<QueryNode> children) implements Join {
    public AllOf {
      children = atLeastTwo(children);
    }
  }

  /** Joined by OR. */
  record AnyOf(List<QueryNode> children) implements Join {
    public AnyOf {
      children = atLeastTwo(children);
    }
  }

  /**
   * Both sides in one field of an article and within reach of each other, without overlapping.
   *
   * <p>A group of several required units on one side means all of them near the same place of the
   * other side; alternatives mean any of them. A part without a place in the text (a date, an
   * exclusion, a count) applies to the article as a whole.
   */
  record Near(QueryNode left, QueryNode right, Reach reach) implements QueryNode {}

  /** The wanted side where nothing of the unwanted side is within reach. */
  record NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) implements QueryNode {}

  /**
   * The child at least {@code count} times, over all fields it is searched in. Alternatives are
   * counted together; of several required units, each must occur that often. A proximity is counted
   * once per occurrence of its first side.
   *
   * @param count from 2 to {@value #MOST_TIMES}
   */
  record AtLeast(int count, QueryNode child) implements QueryNode {
    /** The highest allowed count. */
    public static final int MOST_TIMES = 10_000;

    public AtLeast {
      if (count < 2 || count > MOST_TIMES) {
        throw new IllegalArgumentException("count not within 2 to " + MOST_TIMES + ": " + count);
      }
    }
  }

  /** Articles that do not match the child. */
  record Not(QueryNode child) implements QueryNode {}

  /** The child with its weight in the ranking multiplied by {@code factor}, which is above 0. */
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
