package broadsheet.query;

import broadsheet.query.token.Notes;
import broadsheet.query.token.Token;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The words that join, negate or count. They are written in capitals, or in any case before a slash
 * or a digit.
 */
final class Operators {
  private static final Pattern PROXIMITY =
      Pattern.compile(
          "NEAR|ADJ|(?i:(?:near|adj)/?\\d{1,9}|(?:near|adj|w|pre)/(?:\\d{1,9}|s|p|sent|para))");
  private static final Pattern AT_LEAST = Pattern.compile("ATLEAST|(?i:atleast/?\\d{1,9})");
  private static final int LONGEST = 20;

  /** The distance of NEAR and ADJ without a number. */
  private static final int USUAL_WORDS = 5;

  private Operators() {}

  /** The operator that a single word is; empty when it is a word to search for. */
  static Optional<Token.Kind> named(String word) {
    return switch (word) {
      case "AND", "&&" -> Optional.of(Token.Kind.AND);
      case "OR" -> Optional.of(Token.Kind.OR);
      case "NOT" -> Optional.of(Token.Kind.NOT);
      default -> counting(word);
    };
  }

  /**
   * Whether an operator is also an ordinary word, which a text may print in capitals for stress.
   */
  static boolean isWord(String operator) {
    return operator.chars().allMatch(Character::isUpperCase);
  }

  private static Optional<Token.Kind> counting(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    if (PROXIMITY.matcher(word).matches()) {
      return Optional.of(Token.Kind.PROXIMITY);
    }
    return AT_LEAST.matcher(word).matches() ? Optional.of(Token.Kind.AT_LEAST) : Optional.empty();
  }

  /** The reach of an operator of kind PROXIMITY. */
  static Reach reach(String operator, Notes notes) {
    String name = operator.toLowerCase(Locale.ROOT);
    boolean isOrdered = name.startsWith("adj") || name.startsWith("pre");
    return switch (name.substring(name.indexOf('/') + 1)) {
      case "s", "sent" -> new Reach.Sentence(isOrdered);
      case "p", "para" -> new Reach.Paragraph(isOrdered);
      default -> new Reach.Words(words(name, notes), isOrdered);
    };
  }

  private static int words(String name, Notes notes) {
    int asked = number(name).orElse(USUAL_WORDS);
    if (asked > Reach.MOST_WORDS) {
      notes.add("words can be at most " + Reach.MOST_WORDS + " apart to be near");
    } else if (asked == 0) {
      notes.add("adjacent words are 1 apart; " + Notes.quoted(name) + " was read that way");
    }
    return Math.clamp(asked, 1, Reach.MOST_WORDS);
  }

  /** The count of an operator of kind AT_LEAST; 1 where it has none. */
  static int times(String operator, Notes notes) {
    OptionalInt asked = number(operator);
    if (asked.isEmpty()) {
      notes.add("`ATLEAST` without a number was left out; write ATLEAST/3");
    } else if (asked.getAsInt() > QueryNode.AtLeast.MOST_TIMES) {
      notes.add("`ATLEAST` allows at most " + QueryNode.AtLeast.MOST_TIMES + " times");
    }
    return Math.clamp(asked.orElse(1), 1, QueryNode.AtLeast.MOST_TIMES);
  }

  private static OptionalInt number(String operator) {
    String digits = operator.replaceAll("\\D", "");
    return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /** Whether the word would be an operator in capitals. */
  static boolean isInSmallLetters(String word) {
    return switch (word) {
      case "and", "or", "not", "near", "adj", "atleast" -> true;
      default -> false;
    };
  }
}
