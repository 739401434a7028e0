package broadsheet.query;

import broadsheet.query.token.Characters;
import broadsheet.query.token.Phrases;
import broadsheet.query.token.Quotes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unfinished end of a query that a reader is typing.
 *
 * @param before the query up to the unfinished end, as typed
 * @param field the field whose colon directly precedes it; empty for none
 * @param isQuoted whether it is in an open quote; {@code before} then ends in the quotation mark
 * @param context the plain words directly before it, separated by single blanks, which may belong
 *     to it; in a quote all of its words before the last. They are part of {@code before} as well
 *     unless quoted
 * @param word its last word as typed so far; empty after a blank
 */
public record OpenEnd(
    String before, Optional<QueryField> field, boolean isQuoted, String context, String word) {

  /** Nobody types this much by hand. */
  private static final int LONGEST = 500;

  /** The most words before the last that may belong to it outside a quote. */
  private static final int MOST_CONTEXT = 3;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’&-]*");
  private static final Pattern MARKED = Pattern.compile("[*?!~^\\[\\]{}\\\\]");

  /**
   * The unfinished end of a query's text, which is cleaned as by the parser.
   *
   * @return empty when nothing there can be completed: no text, too much of it, a closed group or
   *     quote, an operator, a pattern
   */
  public static Optional<OpenEnd> of(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = Characters.clean(typed);
    int quote = openQuote(text);
    return quote < 0 ? unquoted(text) : quoted(text, quote);
  }

  /** The field whose name and colon end a text; empty where it ends otherwise. */
  public static Optional<QueryField> fieldAtEnd(String typed) {
    String text = Characters.clean(typed);
    boolean isOpen = !text.endsWith(":") || openQuote(text) >= 0 || text.length() > LONGEST;
    return isOpen ? Optional.empty() : Scope.named(lastName(text)).flatMap(OpenEnd::field);
  }

  private static String lastName(String text) {
    String token = text.substring(startOfToken(text, text.length()), text.length() - 1);
    int start = 0;
    while (start < token.length() && Characters.isDroppedAtStart(token.charAt(start))) {
      start++;
    }
    return token.substring(Math.max(start, token.lastIndexOf(':') + 1));
  }

  private static Optional<QueryField> field(Scope scope) {
    return switch (scope) {
      case Scope.Within(QueryField field) -> Optional.of(field);
      case Scope.Numbers(QueryField field) -> Optional.of(field);
      case Scope.Dates(Scope.DateForm form) when form.takesRanges() ->
          Optional.of(QueryField.valueOf(form.name()));
      case Scope.Dates _, Scope.Lists _, Scope.Anywhere _ -> Optional.empty();
    };
  }

  /** Whether words before the last belong to it or may do so. */
  public boolean hasContext() {
    return !context.isEmpty();
  }

  /** Whether the query is nothing but this end. */
  public boolean isWholeQuery() {
    return isQuoted ? before.length() == 1 : before.strip().replaceAll("\\s+", " ").equals(context);
  }

  /** The position of the open quotation mark; -1 when there is none. */
  private static int openQuote(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Quotes.opensAt(text, at)) {
        int close = Quotes.closeOf(text, at);
        if (close < 0) {
          return at;
        }
        at = close;
      }
    }
    return -1;
  }

  private static Optional<OpenEnd> quoted(String text, int quote) {
    String inner = text.substring(quote + 1);
    String words = Phrases.normal(inner);
    boolean isBetweenWords =
        !inner.isEmpty() && Characters.isBlank(inner.charAt(inner.length() - 1));
    int last = isBetweenWords ? words.length() : words.lastIndexOf(' ') + 1;
    String context = words.substring(0, last).strip();
    String word = words.substring(last);
    Optional<QueryField> field = fieldBefore(text, quote);
    boolean isOfNoText = quote > 0 && text.charAt(quote - 1) == ':' && field.isEmpty();
    return (context + word).isEmpty() || context.contains("*") || isOfNoText
        ? Optional.empty()
        : Optional.of(new OpenEnd(text.substring(0, quote + 1), field, true, context, word));
  }

  private static Optional<QueryField> fieldBefore(String text, int at) {
    int start = startOfToken(text, at);
    return at > start && text.charAt(at - 1) == ':'
        ? Fielded.of(text.substring(start, at)).field()
        : Optional.empty();
  }

  private static Optional<OpenEnd> unquoted(String text) {
    int start = startOfToken(text, text.length());
    Fielded fielded = Fielded.of(text.substring(start));
    String word = fielded.rest();
    String before = text.substring(0, text.length() - word.length());
    boolean isBare = word.length() == text.length() - start;
    String context = isBare && fielded.isText() ? context(before) : "";
    boolean isComplete = !fielded.isText() || isMarked(word) || isOperator(word);
    boolean isOfValues =
        fielded.field().filter(f -> f.kind() == QueryField.Kind.KEYWORD).isPresent();
    return isComplete || ((word + context).isEmpty() && !isOfValues)
        ? Optional.empty()
        : Optional.of(new OpenEnd(before, fielded.field(), false, context, word));
  }

  private static boolean isMarked(String word) {
    return MARKED.matcher(word).find() || (!word.isEmpty() && !Characters.hasSearchable(word));
  }

  private static boolean isOperator(String word) {
    return Operators.named(word).isPresent();
  }

  private static int startOfToken(String text, int end) {
    int start = end;
    while (start > 0
        && !Characters.endsWord(text.charAt(start - 1))
        && !Quotes.isAt(text, start - 1)) {
      start--;
    }
    return start;
  }

  /** The last plain words of the text, back to the first other token. */
  private static String context(String text) {
    Deque<String> words = new ArrayDeque<>();
    int end = text.length();
    while (words.size() < MOST_CONTEXT) {
      int wordEnd = end;
      while (wordEnd > 0 && Characters.isBlank(text.charAt(wordEnd - 1))) {
        wordEnd--;
      }
      int start = startOfToken(text, wordEnd);
      String word = text.substring(start, wordEnd);
      if (wordEnd == end || isOperator(word) || !PLAIN.matcher(word).matches()) {
        break;
      }
      words.addFirst(word);
      end = start;
    }
    return String.join(" ", words);
  }

  /**
   * A token without the marks and the names of fields at its start.
   *
   * @param isText whether text may follow, and not a date or a number
   */
  private record Fielded(Optional<QueryField> field, boolean isText, String rest) {

    static Fielded of(String token) {
      Fielded fielded = new Fielded(Optional.empty(), true, token);
      while (true) {
        Fielded inner = fielded.inner();
        if (inner.equals(fielded)) {
          return fielded;
        }
        fielded = inner;
      }
    }

    private Fielded inner() {
      if (!rest.isEmpty()
          && (rest.charAt(0) == '=' || Characters.isDroppedAtStart(rest.charAt(0)))) {
        return new Fielded(field, isText, rest.substring(1));
      }
      int colon = rest.indexOf(':');
      Optional<Scope> scope = colon < 0 ? Optional.empty() : Scope.named(rest.substring(0, colon));
      return scope.map(named -> entered(named, rest.substring(colon + 1))).orElse(this);
    }

    private static Fielded entered(Scope scope, String rest) {
      return scope instanceof Scope.Within(QueryField inner)
          ? new Fielded(Optional.of(inner), true, rest)
          : new Fielded(Optional.empty(), false, rest);
    }
  }
}
