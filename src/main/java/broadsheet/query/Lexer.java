package broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a query's text into tokens, in one pass and in linear time. What it returns is bounded and
 * sound: at most {@value #MOST_UNITS} words, parentheses in pairs and not too deep, a field always
 * right before what is looked for in it, a minus right before what it excludes.
 */
final class Lexer {
  static final int MOST_UNITS = 1_000;
  static final int DEEPEST = 50;
  static final int LONGEST_WORD = 1_000;
  static final int LONGEST_PHRASE = 5_000;
  static final int LARGEST_SLOP = 100;
  private static final int MOST_TOKENS = 20_000;

  private static final Pattern SLOP = Pattern.compile("~(\\d*+)");
  private static final Pattern BOOST = Pattern.compile("\\^(\\d++(?:\\.\\d++)?+)");

  private final String text;
  private final Notes notes;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int lastEnd;
  private int units;
  private int depth;
  private int ignoredDepth;

  private Lexer(String text, Notes notes) {
    this.text = text;
    this.notes = notes;
  }

  static List<Token> tokens(String text, Notes notes) {
    Lexer lexer = new Lexer(Characters.clean(text), notes);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length() && !isFull()) {
      step();
    }
    if (at < text.length() && Characters.hasSearchable(text.substring(at))) {
      notes.add("the query is longer than can be searched: its end was left out");
    }
    finish();
  }

  private boolean isFull() {
    return units >= MOST_UNITS || tokens.size() >= MOST_TOKENS;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '(') {
      open();
    } else if (c == ')') {
      close();
    } else if (c == '|') {
      alternative();
    } else if (c == '-' && isMinus()) {
      emit(new Token(Token.Kind.MINUS, "-"), 1);
    } else if (Quotes.opensAt(text, at)) {
      phrase();
    } else if (c == '[' || c == '{') {
      range();
    } else if (Characters.endsWord(c) || Quotes.isAt(text, at)) {
      at++;
    } else {
      fieldOrWord();
    }
  }

  private void open() {
    if (depth < DEEPEST) {
      depth++;
      emit(new Token(Token.Kind.OPEN, "("), 1);
    } else {
      ignoredDepth++;
      at++;
      notes.add("parentheses inside more than " + DEEPEST + " others were left out");
    }
  }

  private void close() {
    int start = at++;
    Token.Kind kind = Token.Kind.CLOSE;
    Token marked = withMarks(new Token(kind, ")"));
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

  /** A minus excludes after a blank, a parenthesis or a field, and right before something. */
  private boolean isMinus() {
    if (at + 1 >= text.length() || isAfterIdField()) {
      return false;
    }
    char next = text.charAt(at + 1);
    boolean isBeforeUnit =
        next == '(' || Quotes.opensAt(text, at + 1) || !(Characters.endsWord(next) || next == '-');
    return isBeforeUnit && (at == 0 || isBreakBefore() || isAfterField(at));
  }

  private boolean isBreakBefore() {
    char before = text.charAt(at - 1);
    return Characters.isBlank(before) || "(|&".indexOf(before) >= 0;
  }

  private boolean isAfterField(int start) {
    return lastEnd == start && isLast(Token.Kind.FIELD);
  }

  /** An id may begin with a minus. */
  private boolean isAfterIdField() {
    return isAfterField(at) && tokens.getLast().text().equalsIgnoreCase(QueryField.ID.label());
  }

  private boolean isLast(Token.Kind kind) {
    return !tokens.isEmpty() && tokens.getLast().kind() == kind;
  }

  private void phrase() {
    int start = at;
    settleBefore(Token.Kind.PHRASE, start);
    if (isFull()) {
      return;
    }
    int close = Quotes.closeOf(text, at);
    int end = close < 0 ? text.length() : close;
    at = Math.min(text.length(), end + 1);
    String inner = Phrases.normal(text.substring(start + 1, end));
    if (!Characters.hasSearchable(inner)) {
      notes.add(close < 0 ? "a lone quote was left out" : "a phrase without words was left out");
      withMarks(new Token(Token.Kind.PHRASE, inner));
      return;
    }
    if (close < 0) {
      notes.add("closed your quote");
    }
    addPhrase(inner, start);
  }

  private void addPhrase(String inner, int start) {
    String kept = Phrases.cut(inner, MOST_UNITS - units, LONGEST_PHRASE);
    if (!kept.equals(inner)) {
      notes.add("a phrase is longer than can be searched: its end was left out");
    }
    if (Characters.hasSearchable(kept)) {
      units += Phrases.wordCount(kept) - 1;
      add(withMarks(new Token(Token.Kind.PHRASE, kept)), start);
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
    add(withMarks(new Token(Token.Kind.RANGE, range.get())), start);
  }

  /** Reads the marks that follow a quote or bracket directly. */
  private Token withMarks(Token token) {
    int slop = 0;
    float boost = Boost.NONE;
    while (at < text.length()) {
      Matcher tilde = SLOP.matcher(text).region(at, text.length());
      Matcher caret = BOOST.matcher(text).region(at, text.length());
      if (tilde.lookingAt()) {
        slop = slopOf(token.kind(), tilde.group(1));
        at = tilde.end();
      } else if (caret.lookingAt()) {
        boost = Boost.product(boost, Boost.of(caret.group(1)));
        at = caret.end();
      } else {
        break;
      }
    }
    return new Token(token.kind(), token.text(), slop, boost);
  }

  private int slopOf(Token.Kind kind, String digits) {
    if (kind != Token.Kind.PHRASE || digits.isEmpty()) {
      notes.add("`~` stands after a word, or after a phrase with a number; it was left out");
      return 0;
    }
    int slop = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (slop > LARGEST_SLOP) {
      notes.add("a phrase allows at most `~" + LARGEST_SLOP + "`");
    }
    return Math.min(slop, LARGEST_SLOP);
  }

  private void fieldOrWord() {
    int start = at;
    int from = at;
    while (from < text.length() && isSkippedBeforeName(from)) {
      from++;
    }
    int colon = colonOfField(from);
    if (colon >= 0) {
      at = colon + 1;
      add(new Token(Token.Kind.FIELD, text.substring(from, colon)), start);
    } else {
      word(from);
    }
  }

  private boolean isSkippedBeforeName(int i) {
    return Characters.isDroppedAtStart(text.charAt(i)) && !endsWordAt(i);
  }

  /** Where the colon stands after the name of a field; -1 when there is no such name. */
  private int colonOfField(int from) {
    int end = Math.min(text.length(), from + Scope.LONGEST_NAME + 1);
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == ':') {
        return Scope.named(text.substring(from, i)).isPresent() ? i : -1;
      }
    }
    return -1;
  }

  private void word(int from) {
    int start = at;
    int end = from;
    while (end < text.length() && !endsWordAt(end)) {
      end++;
    }
    at = end > start ? end : start + "&&".length();
    String typed = text.substring(start, at);
    Optional<Token.Kind> operator = isAfterField(start) ? Optional.empty() : Operators.named(typed);
    if (operator.isPresent()) {
      add(new Token(operator.get(), typed), start);
    } else {
      addWord(typed, start);
    }
  }

  private boolean endsWordAt(int i) {
    return Characters.endsWord(text.charAt(i)) || Quotes.isAt(text, i) || text.startsWith("&&", i);
  }

  private void addWord(String typed, int start) {
    String kept = Characters.cut(typed, LONGEST_WORD);
    if (kept.length() < typed.length()) {
      notes.add("a word is longer than can be searched: its end was left out");
    }
    if (Characters.hasSearchable(TypedWord.of(kept, new Notes()).text())) {
      noteUnknownField(kept);
      add(new Token(Token.Kind.WORD, kept), start);
    } else if (kept.indexOf('*') >= 0) {
      notes.add("`*` alone was left out: every article has it");
    }
  }

  /** A name before a colon that reads like a field's; not {@code 10:30}, not an address. */
  private void noteUnknownField(String typed) {
    int colon = typed.indexOf(':');
    if (colon < 2 || !typed.substring(0, colon).codePoints().allMatch(Character::isLetter)) {
      return;
    }
    boolean hasValue = colon + 1 < typed.length() || isBeforeQuoteOrGroup();
    if (hasValue && !typed.startsWith("//", colon + 1)) {
      String name = Notes.quoted(typed.substring(0, colon));
      notes.add(name + " is no field; " + Notes.quoted(typed) + " was searched as text");
    }
  }

  private boolean isBeforeQuoteOrGroup() {
    return at < text.length() && (text.charAt(at) == '(' || Quotes.opensAt(text, at));
  }

  private void emit(Token token, int length) {
    int start = at;
    at += length;
    add(token, start);
  }

  private void add(Token token, int start) {
    settleBefore(token.kind(), start);
    boolean mayCount = isCounted(token.kind()) || token.kind() == Token.Kind.FIELD;
    if (mayCount && units >= MOST_UNITS) {
      at = start;
      return;
    }
    tokens.add(token);
    lastEnd = at;
    if (isCounted(token.kind())) {
      units++;
    }
  }

  private void settleBefore(Token.Kind kind, int start) {
    if (!(kind.startsUnit() && start == lastEnd)) {
      dropDangling();
    }
  }

  private static boolean isCounted(Token.Kind kind) {
    return kind == Token.Kind.WORD || kind == Token.Kind.PHRASE || kind == Token.Kind.RANGE;
  }

  /**
   * A minus with nothing right after it is a dash; the name of a field with nothing to look for in
   * it is a word.
   */
  private void dropDangling() {
    while (isLast(Token.Kind.MINUS)) {
      tokens.removeLast();
    }
    if (isLast(Token.Kind.FIELD)) {
      String name = tokens.removeLast().text();
      tokens.add(new Token(Token.Kind.WORD, name));
      units++;
      notes.add(Notes.quoted(name + ":") + " had nothing right after it; searched as a word");
    }
  }

  private void finish() {
    dropDangling();
    if (depth > 0) {
      notes.add("closed your parenthesis");
    }
    for (; depth > 0; depth--) {
      tokens.add(new Token(Token.Kind.CLOSE, ")"));
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      noteSmallLetters(i);
    }
  }

  private void noteSmallLetters(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Token.Kind.WORD
        && Operators.isInSmallLetters(token.text())
        && tokens.get(i - 1).kind().endsUnit()
        && tokens.get(i + 1).kind().startsUnit()) {
      String word = token.text();
      String capitals = word.toUpperCase(Locale.ROOT);
      notes.add("`" + word + "` in small letters was searched as a word; write " + capitals);
    }
  }
}
