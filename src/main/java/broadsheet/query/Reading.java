package broadsheet.query;

import broadsheet.query.QueryNode.AddedRange;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.AtLeast;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.FurnitureShown;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Join;
import broadsheet.query.QueryNode.Leaf;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NotNear;
import broadsheet.query.QueryNode.NumberRange;
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.token.Boost;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Describes a tree in plain words, with groups in parentheses: {@code climate and (flood or
 * drought)}. Units separated only by blanks are joined by "and", units joined by AND by "AND",
 * since only the former may be relaxed.
 */
public final class Reading {
  private static final String EVERYTHING = "all articles";
  private static final String FURNITURE = ", also in what sources repeat";
  private static final Set<String> SMALL_OPERATORS = Set.of("and", "or", "not");

  private final StringBuilder text = new StringBuilder();

  private Reading() {}

  /** The description; never empty. */
  public static String of(QueryNode root) {
    Reading reading = new Reading();
    reading.write(root);
    return reading.text.toString();
  }

  private void write(QueryNode node) {
    switch (node) {
      case Together(List<QueryNode> children) ->
          conjunction(withoutOperatorWords(children), " and ", " ");
      case AllOf(List<QueryNode> children) -> conjunction(children, " AND ", " AND ");
      case AnyOf(List<QueryNode> children) ->
          LoneYear.wordOf(node).ifPresentOrElse(this::year, () -> disjunction(children));
      case Not(QueryNode child) -> {
        text.append(EVERYTHING).append(' ');
        without(child);
      }
      case Near(QueryNode left, QueryNode right, Reach reach) -> {
        grouped(left);
        text.append(' ').append(reach(reach)).append(' ');
        grouped(right);
      }
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) -> {
        grouped(wanted);
        text.append(" not ").append(reach(reach)).append(' ');
        grouped(unwanted);
      }
      case AtLeast(int count, QueryNode child) -> {
        text.append("at least ").append(count).append(" times ");
        grouped(child);
      }
      case InField(QueryField field, QueryNode child) -> {
        text.append(place(field)).append(": ");
        grouped(child);
      }
      case Boosted(QueryNode child, float factor) -> {
        grouped(child);
        text.append(" (counted ").append(Boost.text(factor)).append("×)");
      }
      case Leaf leaf -> text.append(leaf(leaf));
    }
  }

  /** Wanted parts first, then exclusions, then whether furniture is searched. */
  private void conjunction(List<QueryNode> children, String and, String andWithout) {
    List<QueryNode> wanted =
        children.stream()
            .filter(child -> !(child instanceof Not || child instanceof FurnitureShown))
            .toList();
    if (wanted.isEmpty()) {
      text.append(EVERYTHING);
    }
    String separator = "";
    for (QueryNode child : wanted) {
      text.append(separator);
      grouped(child);
      separator = and;
    }
    separator = wanted.isEmpty() ? " " : andWithout;
    for (QueryNode child : children) {
      if (child instanceof Not(QueryNode unwanted)) {
        text.append(separator);
        without(unwanted);
        separator = andWithout;
      }
    }
    if (children.contains(new FurnitureShown())) {
      text.append(FURNITURE);
    }
  }

  /**
   * The units without lower-case operator words, which would read as part of the description, as
   * long as others remain.
   */
  private static <N extends QueryNode> List<N> withoutOperatorWords(List<N> units) {
    List<N> telling = units.stream().filter(unit -> !isSmallOperator(unit)).toList();
    return telling.stream().allMatch(Not.class::isInstance) ? units : telling;
  }

  private static boolean isSmallOperator(QueryNode unit) {
    return unit instanceof Word(String text) && SMALL_OPERATORS.contains(text);
  }

  private void year(Word word) {
    text.append(word.text()).append(" in the text or as year of publication");
  }

  private void disjunction(List<QueryNode> children) {
    String separator = "";
    for (QueryNode child : children) {
      text.append(separator);
      grouped(child);
      separator = " or ";
    }
  }

  private void without(QueryNode child) {
    text.append("without ");
    grouped(child);
  }

  private void grouped(QueryNode node) {
    boolean isGroup =
        switch (node) {
          case Join _, Not _, Near _, NotNear _, AtLeast _, InField _ -> true;
          case Boosted _, Leaf _ -> false;
        };
    text.append(isGroup ? "(" : "");
    write(node);
    text.append(isGroup ? ")" : "");
  }

  private static String place(QueryField field) {
    return switch (field) {
      case TITLE, STANDFIRST, DATELINE, BODY -> "in the " + field.label();
      case LEAD -> "in the first paragraph";
      case CORRECTION -> "in the corrections";
      case CAPTION -> "in the captions";
      case RELATED -> "in the related links";
      case FURNITURE -> "in what its source repeats";
      case SAID -> "in what is quoted";
      case SOURCE,
          SECTION,
          EDITION,
          CORRECTION_OF,
          AUTHOR,
          TOPIC,
          PLACE,
          PERSON,
          ORGANISATION,
          SPEAKER,
          LANGUAGE,
          COLLECTION,
          URL,
          ID,
          PAGE,
          DATE,
          ADDED,
          WORDS,
          QUALITY ->
          field.label();
    };
  }

  private static String leaf(Leaf leaf) {
    return switch (leaf) {
      case Word(String word) -> word;
      case ExactWord(String word) -> "exactly " + word;
      case Phrase(String words, int slop) -> phrase(words, slop);
      case Wildcard(String pattern) -> pattern.equals("*") ? "anything" : "words like " + pattern;
      case Fuzzy(String word, int edits) ->
          "words spelt like " + word + (edits == 1 ? " (1 change)" : " (" + edits + " changes)");
      case DateRange(Optional<LocalDate> from, Optional<LocalDate> to) ->
          dates("published", from, to).orElse("of any known date");
      case AddedRange(Optional<LocalDate> from, Optional<LocalDate> to) ->
          dates("added", from, to).orElse("added by an update");
      case DateUnknown _ -> "of unknown date";
      case NumberRange(QueryField field, Optional<Long> from, Optional<Long> to) ->
          field == QueryField.QUALITY ? quality(from, to) : numbers(from, to) + " " + field.label();
      case OnList(String list, Set<String> _) -> list(list);
      case Everything _ -> EVERYTHING;
      case FurnitureShown _ -> EVERYTHING + FURNITURE;
    };
  }

  private static String list(String name) {
    return switch (name) {
      case OnList.ANY -> "on any list";
      case OnList.READ -> "marked as read";
      default -> "on the list “" + name + "”";
    };
  }

  private static String reach(Reach reach) {
    return switch (reach) {
      case Reach.Words(int most, boolean isOrdered) ->
          (isOrdered ? "at most " : "within ")
              + most
              + (most == 1 ? " word" : " words")
              + (isOrdered ? " before" : " of");
      case Reach.Sentence(boolean isOrdered) ->
          "in the same sentence " + (isOrdered ? "before" : "as");
      case Reach.Paragraph(boolean isOrdered) ->
          "in the same paragraph " + (isOrdered ? "before" : "as");
    };
  }

  private static String phrase(String words, int slop) {
    return "“" + words + "”" + (slop == 0 ? "" : " (words moved by up to " + slop + ")");
  }

  private static Optional<String> dates(
      String what, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent()) {
      return Optional.of(
          from.equals(to)
              ? what + " on " + from.get()
              : what + " " + from.get() + " to " + to.get());
    }
    return from.map(day -> what + " on or after " + day)
        .or(() -> to.map(day -> what + " on or before " + day));
  }

  private static String quality(Optional<Long> from, Optional<Long> to) {
    return from.isEmpty() && to.isEmpty()
        ? "of known scan quality"
        : "scan quality " + numbers(from, to) + "%";
  }

  private static String numbers(Optional<Long> from, Optional<Long> to) {
    if (from.isPresent() && to.isPresent()) {
      return from.equals(to) ? "exactly " + from.get() : from.get() + " to " + to.get();
    }
    return Stream.of(from.map(number -> "at least " + number), to.map(n -> "at most " + n))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("any number of");
  }
}
