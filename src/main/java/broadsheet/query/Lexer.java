package broadsheet.query;

import broadsheet.query.span.RangeText;
import broadsheet.query.token.Characters;
import broadsheet.query.token.Exclamations;
import broadsheet.query.token.ForeignDistances;
import broadsheet.query.token.Notes;
import broadsheet.query.token.Phrases;
import broadsheet.query.token.Quotes;
import broadsheet.query.token.RegularExpression;
import broadsheet.query.token.SingleQuotes;
import broadsheet.query.token.Token;
import broadsheet.query.token.UnitModifiers;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a query's text into tokens in one pass and linear time. The tokens are bounded in number and
 * well-formed (see {@link TokenList}); parentheses are balanced and of limited depth.
 */
final class Lexer {
  static final int DEEPEST = 50;
  static final int LONGEST_PHRASE = 5_000;

  private final String text;
  private final Notes notes;
  private final TokenList tokens;
  private final boolean isRunningText;
  private final WordTokens words;
  private int at;
  private int depth;
  private int ignoredDepth;

  private Lexer(String text, Notes notes) {
    this.text = text;
    this.notes = notes;
    tokens = new TokenList(notes);
    isRunningText = RunningText.is(text);
    words = new WordTokens(text, tokens, notes, isRunningText);
  }

  static List<Token> tokens(String text, Notes notes) {
    Lexer lexer = new Lexer(Characters.clean(text), notes);
    lexer.run();
    List<Token> tokens = lexer.tokens.closed(lexer.depth);
    if (!lexer.isRunningText) {
      ForeignDistances.read(tokens, notes);
    }
    return tokens;
  }

  private void run() {
    while (at < text.length() && (!tokens.isFull() || isClosing())) {
      step();
    }
    if (at < text.length() && Characters.hasSearchable(text.substring(at))) {
      notes.add("the query is longer than can be searched: its end was left out");
    }
  }

  /**
   * The end of a group, which may carry a boost, still counts when there is no room for more words.
   */
  private boolean isClosing() {
    return text.charAt(at) == ')' || Characters.isBlank(text.charAt(at));
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '(') {
      open(1);
    } else if (text.startsWith("=(", at)) {
      notes.add("`=` goes before a word, not a group; it was left out");
      open(2);
    } else if (c == ')') {
      close();
    } else if (c == '|') {
      alternative();
    } else if (c == '-' && isMinus()) {
      emit(new Token(Token.Kind.MINUS, "-"), 1);
    } else if (Exclamations.excludes(c) && !tokens.isAfterIdField(at)) {
      exclamation();
    } else if (Quotes.opensAt(text, at)) {
      phrase(Quotes.closeOf(text, at));
    } else if (isSingleQuote()) {
      singleQuote(SingleQuotes.closeOf(text, at));
    } else if (c == '/' && regularExpression().isPresent()) {
      regularExpression(regularExpression().get());
    } else if (c == '[' || c == '{') {
      range();
    } else if (Characters.endsWord(c) || Quotes.isAt(text, at)) {
      at++;
    } else {
      fieldOrWord();
    }
  }

  private void open(int length) {
    if (depth < DEEPEST) {
      depth++;
      emit(new Token(Token.Kind.OPEN, "("), length);
    } else {
      ignoredDepth++;
      at += length;
      notes.add("parentheses nested more than " + DEEPEST + " deep were left out");
    }
  }

  private void close() {
    int start = at++;
    Token marked = withModifiers(new Token(Token.Kind.CLOSE, ")"));
    if (ignoredDepth > 0) {
      ignoredDepth--;
    } else if (depth == 0) {
      notes.add("a lone `)` was left out");
    } else {
      depth--;
      add(marked, start);
    }
  }

  private void alternative() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == '|') {
      end++;
    }
    emit(new Token(Token.Kind.OR, "|"), end - at);
  }

  /**
   * A minus excludes after a blank, a parenthesis, a field or a mark that excludes, if something
   * follows it directly.
   */
  private boolean isMinus() {
    if (at + 1 >= text.length() || tokens.isAfterIdField(at)) { // an id may begin with a minus
      return false;
    }
    char next = text.charAt(at + 1);
    boolean isBeforeUnit =
        next == '('
            || Quotes.opensAt(text, at + 1)
            || RangeText.bracketedAt(text, at + 1).isPresent()
            || !(Characters.endsWord(next) || next == '-');
    return isBeforeUnit
        && (at == 0 || Exclamations.mayFollow(text.charAt(at - 1)) || tokens.isAfterField(at));
  }

  /** A mark with nothing directly after it is left out, as a minus is. */
  private void exclamation() {
    if (isRunningText) {
      at++;
      notes.add("`!` in running text was left out");
    } else {
      emit(new Token(Token.Kind.MINUS, "!"), 1);
    }
  }

  private boolean isSingleQuote() {
    return !isRunningText && !tokens.isAfterIdField(at) && SingleQuotes.closeOf(text, at) > 0;
  }

  private void singleQuote(int close) {
    notes.add(Notes.quoted(text.substring(at, close + 1)) + " was read as a phrase");
    phrase(close);
  }

  private Optional<RegularExpression> regularExpression() {
    Optional<Scope> scope = tokens.scopeBefore(at);
    boolean isText = scope.isEmpty() || scope.get().isOfText();
    return isText ? RegularExpression.at(text, at, scope.isPresent()) : Optional.empty();
  }

  private void regularExpression(RegularExpression expression) {
    notes.add(expression.note());
    int start = at;
    at += expression.typed().length();
    add(new Token(Token.Kind.OPEN, "("), start);
    expression.words().forEach(word -> tokens.add(new Token(Token.Kind.WORD, word), at, at));
    add(new Token(Token.Kind.CLOSE, ")"), at);
  }

  /**
   * @param close the position of the closing mark; -1 if there is none
   */
  private void phrase(int close) {
    int start = at;
    tokens.settleBefore(Token.Kind.PHRASE, start);
    if (tokens.isFull()) {
      return;
    }
    int end = close < 0 ? text.length() : close;
    at = Math.min(text.length(), end + 1);
    String inner = Phrases.normal(text.substring(start + 1, end));
    if (!Characters.hasSearchable(inner)) {
      notes.add(close < 0 ? "a lone quote was left out" : "a phrase without words was left out");
      withModifiers(new Token(Token.Kind.PHRASE, inner));
      return;
    }
    if (close < 0) {
      notes.add("closed your quote");
    }
    addPhrase(inner, start);
  }

  private void addPhrase(String inner, int start) {
    String kept = Phrases.cut(inner, tokens.unitsLeft(), LONGEST_PHRASE);
    if (!kept.equals(inner)) {
      notes.add("a phrase is longer than can be searched: its end was left out");
    }
    if (Characters.hasSearchable(kept)) {
      add(withModifiers(new Token(Token.Kind.PHRASE, kept)), start);
    }
  }

  private void range() {
    Optional<String> range = RangeText.bracketedAt(text, at);
    if (range.isEmpty()) {
      at++;
      return;
    }
    int start = at;
    at += range.get().length();
    add(withModifiers(new Token(Token.Kind.RANGE, range.get())), start);
  }

  private Token withModifiers(Token token) {
    UnitModifiers modifiers = UnitModifiers.at(text, at, token.kind(), notes);
    at = modifiers.end();
    return new Token(token.kind(), token.text(), modifiers.slop(), modifiers.boost());
  }

  private void fieldOrWord() {
    int start = at;
    int from = words.nameAt(start);
    boolean isInField = tokens.scopeBefore(start).filter(s -> !s.isOfValues()).isPresent();
    Optional<FieldName> field =
        isInField ? FieldName.withColon(text, from) : FieldName.at(text, from);
    if (field.isPresent()) {
      at = field.get().end();
      if (text.substring(start, from).contains("=")) {
        notes.add("`=` goes after a field's colon; it was left out");
      }
      add(field.get().token(notes), start);
    } else {
      word(from);
    }
  }

  private void word(int from) {
    int start = at;
    int end = words.endOf(from);
    at = end > start ? end : start + "&&".length();
    String typed = text.substring(start, at);
    boolean isAfterField = tokens.isAfterField(start);
    Optional<Token.Kind> operator = isAfterField ? Optional.empty() : Operators.named(typed);
    Optional<String> distance =
        isAfterField || isRunningText
            ? Optional.empty()
            : ForeignDistances.numberAfter(typed, text, at);
    if (distance.isPresent()) {
      distance(typed, distance.get(), start);
    } else if (operator.isPresent() && isRunningText && Operators.isWord(typed)) {
      notes.add(Notes.quoted(typed) + " in running text was searched as a word");
      addWord(typed, start);
    } else if (operator.isPresent()) {
      add(new Token(operator.get(), typed), start);
    } else {
      addWord(typed, start);
    }
  }

  /** A distance in parentheses: {@code AROUND(5)}. */
  private void distance(String operator, String number, int start) {
    at += number.length() + 2;
    String meant = (operator.equalsIgnoreCase("ADJ") ? "ADJ/" : "NEAR/") + number;
    notes.add(Notes.quoted(text.substring(start, at)) + " was read as " + Notes.quoted(meant));
    add(new Token(Token.Kind.PROXIMITY, meant), start);
  }

  private void addWord(String typed, int start) {
    words.token(typed, start).ifPresent(token -> add(token, start));
  }

  private void emit(Token token, int length) {
    int start = at;
    at += length;
    add(token, start);
  }

  private void add(Token token, int start) {
    if (!tokens.add(token, start, at)) {
      at = start;
    }
  }
}
