package broadsheet.query;

import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.span.RangeText;
import broadsheet.query.token.Boost;
import broadsheet.query.token.Characters;
import broadsheet.query.token.Exclamations;
import broadsheet.query.token.Notes;
import broadsheet.query.token.Quotes;
import broadsheet.query.token.Token;
import broadsheet.query.token.TypedWord;
import java.util.Optional;

/**
 * Reads one word of a query: the marks at its ends, the asterisk that stands for any value, and a
 * name before a colon that is no field. Not thread-safe.
 */
final class WordTokens {

  static final int LONGEST = 1_000;

  private final String text;
  private final TokenList tokens;
  private final Notes notes;
  private final boolean isRunningText;
  private final boolean mayTruncate;

  /**
   * @param text the whole query
   * @param tokens those before the word
   */
  WordTokens(String text, TokenList tokens, Notes notes, boolean isRunningText) {
    this.text = text;
    this.tokens = tokens;
    this.notes = notes;
    this.isRunningText = isRunningText;
    mayTruncate = !isRunningText && Exclamations.mayTruncate(text);
  }

  /**
   * The token of a word; empty if nothing in it can be searched.
   *
   * @param start the position of the word
   */
  Optional<Token> token(String typed, int start) {
    int end = start + typed.length();
    String cut = Characters.cut(typed, LONGEST);
    if (cut.length() < typed.length()) {
      notes.add("a word is longer than can be searched: its end was left out");
    }
    notePlus(cut, start);
    String kept = truncated(withoutQuestion(cut, end), start);
    if (Characters.hasSearchable(TypedWord.of(kept, new Notes()).text())) {
      noteUnknownField(kept, end);
      noteInnerExclamation(kept, start);
      return Optional.of(new Token(Token.Kind.WORD, kept));
    }
    if (isAnyValue(kept, start)) {
      return Optional.of(new Token(Token.Kind.WORD, anyValue(kept)));
    }
    if (kept.indexOf('*') >= 0) {
      notes.add(Notes.EVERY_ARTICLE_HAS_IT);
    }
    return Optional.empty();
  }

  /** Elsewhere it requires a word; an id keeps it. */
  private void notePlus(String typed, int start) {
    boolean isOfSeveral = text.strip().length() > typed.length();
    if (isOfSeveral
        && !tokens.isAfterIdField(start)
        && typed.length() > 1
        && typed.charAt(0) == '+'
        && Character.isLetter(typed.charAt(1))) {
      notes.add("`+` was left out of " + Notes.quoted(typed) + "; AND requires words");
    }
  }

  /** The last word of a question of several words, without the mark that ends it. */
  private String withoutQuestion(String typed, int end) {
    int last = typed.length() - 1;
    boolean isLast = typed.charAt(last) == '?' && text.substring(end).isBlank();
    return isLast
            && tokens.isText()
            && typed.codePoints().limit(last).allMatch(Character::isLetterOrDigit)
        ? typed.substring(0, last)
        : typed;
  }

  /** The word with an asterisk in place of the mark that truncates it. */
  private String truncated(String typed, int start) {
    Optional<Scope> scope = tokens.scopeBefore(start);
    boolean isOfText =
        scope.map(s -> !s.isOfValues() && !tokens.isAfterIdField(start)).orElse(true);
    Optional<String> truncated =
        mayTruncate && isOfText ? Exclamations.truncated(typed) : Optional.empty();
    truncated.ifPresent(pattern -> notes.add(Exclamations.note(pattern)));
    return truncated.orElse(typed);
  }

  /** A mark between other punctuation and the word does not exclude. */
  private void noteInnerExclamation(String typed, int start) {
    boolean isExcluding = false;
    for (int i = 0; isSkippedBeforeName(typed.charAt(i)); i++) {
      isExcluding |= Exclamations.excludes(typed.charAt(i));
    }
    if (isExcluding && !isRunningText && !tokens.isAfterIdField(start)) {
      notes.add(
          "`!` excludes only at the start of a word; it was left out of " + Notes.quoted(typed));
    }
  }

  /** The end of the word at a position. */
  int endOf(int from) {
    int end = from;
    while (end < text.length() && !endsWordAt(end)) {
      end++;
    }
    return end;
  }

  private boolean endsWordAt(int i) {
    return Characters.endsWord(text.charAt(i)) || Quotes.isAt(text, i) || text.startsWith("&&", i);
  }

  /** The first position that may be part of a field's name. */
  int nameAt(int start) {
    int from = start;
    while (from < text.length() && isSkippedBeforeName(text.charAt(from)) && !endsWordAt(from)) {
      from++;
    }
    return from;
  }

  /** Whether a character may precede a field's name or a word without being part of it. */
  private static boolean isSkippedBeforeName(char c) {
    return c == '=' || Characters.isDroppedAtStart(c);
  }

  /**
   * {@code title:*}, {@code date:*..*}: articles that have a title, a date. The field may be that
   * of a group around it.
   */
  private boolean isAnyValue(String kept, int start) {
    Optional<Scope> scope = tokens.scopeBefore(start);
    String value = TypedWord.verbatim(kept, new Notes()).text();
    return RangeText.isOpen(value)
        ? scope.isPresent() || tokens.endInFieldOfGroup()
        : scope.isPresent() && scope.get().isOfValues() && value.equals(RangeText.DOTS);
  }

  /** An asterisk with the boost that was typed. */
  private static String anyValue(String kept) {
    float boost = TypedWord.verbatim(kept, new Notes()).boost();
    return Wildcard.ANYTHING + (boost == Boost.NONE ? "" : "^" + Boost.text(boost));
  }

  /** A name before a colon that looks like a field's; not {@code 10:30}, not a URL. */
  private void noteUnknownField(String typed, int end) {
    int colon = typed.indexOf(':');
    if (colon < 2 || !typed.substring(0, colon).codePoints().allMatch(Character::isLetter)) {
      return;
    }
    boolean hasValue = colon + 1 < typed.length() || isQuoteOrGroupAt(end);
    if (hasValue && !typed.startsWith("//", colon + 1)) {
      String name = Notes.quoted(typed.substring(0, colon));
      notes.add(name + " is not a field; " + Notes.quoted(typed) + " was searched as text");
    }
  }

  private boolean isQuoteOrGroupAt(int end) {
    return end < text.length() && (text.charAt(end) == '(' || Quotes.opensAt(text, end));
  }
}
