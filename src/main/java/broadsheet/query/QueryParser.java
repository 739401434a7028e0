package broadsheet.query;

import broadsheet.query.token.Notes;
import broadsheet.query.token.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parses typed text. Accepts any text, takes time linear in its length, and never throws: parts
 * that cannot be used are left out with a note. Precedence from tight to loose: proximity, NOT,
 * AND, OR, blank.
 */
public final class QueryParser {

  /** The most proximity operators in a query: each nests the tree one level deeper. */
  static final int MOST_DISTANCES = 100;

  private final List<Token> tokens;
  private final Units units;
  private final Notes notes;
  private int next;
  private int distances;
  private boolean isFurnitureShown;

  private QueryParser(List<Token> tokens, Units units, Notes notes) {
    this.tokens = tokens;
    this.units = units;
    this.notes = notes;
  }

  /**
   * Parses a query.
   *
   * @param today the day that {@code last:7d} counts back from
   */
  public static ParsedQuery parse(String text, LocalDate today) {
    Notes notes = new Notes();
    List<Token> tokens = Lexer.tokens(text, notes);
    QueryParser parser = new QueryParser(tokens, new Units(today, notes), notes);
    QueryNode root =
        parser
            .sequence(new Scope.Anywhere())
            .map(LoneYear::read)
            .map(node -> dayAlone(node, notes))
            .orElseGet(QueryNode.Everything::new);
    QueryNode whole = parser.isFurnitureShown ? ShownFurniture.with(root) : root;
    return new ParsedQuery(text, whole, Reading.of(whole), notes.all());
  }

  /** An ISO day that is all of a query means the articles of that day. */
  private static QueryNode dayAlone(QueryNode root, Notes notes) {
    Optional<LocalDate> day =
        root instanceof QueryNode.Word(String text) ? NumericDate.isoDay(text) : Optional.empty();
    day.ifPresent(
        d ->
            notes.add(
                Notes.quoted(d.toString())
                    + " was read as "
                    + Notes.quoted("date:" + d)
                    + "; write it in quotes to search the text"));
    return day.<QueryNode>map(d -> new QueryNode.DateRange(day, day)).orElse(root);
  }

  /** Alternatives separated only by blanks, up to a closing parenthesis or the end. */
  private Optional<QueryNode> sequence(Scope scope) {
    List<QueryNode> parts = new ArrayList<>();
    dropJoins();
    while (!isAtEnd()) {
      alternatives(scope).ifPresent(parts::add);
      dropJoins();
    }
    return NormalForm.together(parts);
  }

  private Optional<QueryNode> alternatives(Scope scope) {
    return joined(Token.Kind.OR, () -> conjunction(scope), NormalForm::anyOf);
  }

  private Optional<QueryNode> conjunction(Scope scope) {
    return joined(Token.Kind.AND, () -> negation(scope), NormalForm::allOf);
  }

  private Optional<QueryNode> joined(
      Token.Kind operator, Operand operand, Function<List<QueryNode>, Optional<QueryNode>> join) {
    List<QueryNode> parts = new ArrayList<>();
    operand.read().ifPresent(parts::add);
    while (nextIs(operator)) {
      Token token = take();
      dropJoins();
      if (parts.isEmpty() || isAtEnd()) {
        noteNothingToJoin(token);
      }
      if (!isAtEnd()) {
        operand.read().ifPresent(parts::add);
      }
    }
    return join.apply(parts);
  }

  /** Parses one side of a join; empty when nothing in it can be searched for. */
  private interface Operand {
    Optional<QueryNode> read();
  }

  /** A proximity, with the exclusion or count before it. */
  private Optional<QueryNode> negation(Scope scope) {
    List<Token> prefixes = new ArrayList<>();
    while (nextIs(Token.Kind.MINUS) || nextIs(Token.Kind.NOT) || nextIs(Token.Kind.AT_LEAST)) {
      prefixes.add(take());
    }
    return hasOperand(prefixes)
        ? proximity(scope).map(node -> prefixed(prefixes, node))
        : Optional.empty();
  }

  private boolean hasOperand(List<Token> prefixes) {
    boolean isMissing = isAtEnd() || tokens.get(next).kind().isJoin();
    if (isMissing && !prefixes.isEmpty()) {
      noteNothingToJoin(prefixes.getLast());
    }
    return !isMissing;
  }

  /** Applies prefixes to a node, the last one first. */
  private QueryNode prefixed(List<Token> prefixes, QueryNode node) {
    QueryNode prefixed = node;
    for (Token prefix : prefixes.reversed()) {
      prefixed =
          prefix.kind() == Token.Kind.AT_LEAST
              ? counted(prefix, prefixed)
              : NormalForm.not(prefixed);
    }
    return prefixed;
  }

  private QueryNode counted(Token atLeast, QueryNode node) {
    int times = Operators.times(atLeast.text(), notes);
    Optional<QueryNode> counted = NormalForm.atLeast(times, node);
    if (counted.isEmpty()) {
      notes.add(Notes.quoted(atLeast.text()) + " counts words only; it was left out");
    }
    return counted.orElse(node);
  }

  /** Units near each other, from left to right. */
  private Optional<QueryNode> proximity(Scope scope) {
    Optional<QueryNode> left = unit(scope);
    while (nextIs(Token.Kind.PROXIMITY) || nextIsNotNear()) {
      boolean isExcluding = nextIs(Token.Kind.NOT);
      if (isExcluding) {
        take();
      }
      Token token = take();
      dropJoins();
      if (left.isEmpty() || isAtEnd()) {
        noteNothingToJoin(token);
        continue;
      }
      left = Optional.of(near(left.get(), token, isExcluding, unit(scope)));
    }
    return left;
  }

  private QueryNode near(
      QueryNode left, Token token, boolean isExcluding, Optional<QueryNode> right) {
    if (right.isEmpty()) {
      noteNothingToJoin(token);
      return left;
    }
    if (++distances > MOST_DISTANCES) {
      notes.add("only the first " + MOST_DISTANCES + " distances between words were kept");
      return left;
    }
    Reach reach = Operators.reach(token.text(), notes);
    return isExcluding
        ? NormalForm.notNear(left, right.get(), reach)
        : NormalForm.near(left, right.get(), reach);
  }

  private boolean nextIsNotNear() {
    return nextIs(Token.Kind.NOT)
        && next + 1 < tokens.size()
        && tokens.get(next + 1).kind() == Token.Kind.PROXIMITY;
  }

  /** A word, phrase, range or group with its prefixes. */
  private Optional<QueryNode> unit(Scope outer) {
    Scope scope = outer;
    List<Token> prefixes = new ArrayList<>();
    while (nextIsPrefix()) {
      Token prefix = take();
      if (prefix.kind() == Token.Kind.FIELD) {
        scope = entered(scope, prefix);
      } else {
        prefixes.add(prefix);
      }
      if (isAtEnd() || tokens.get(next).kind().isJoin()) {
        noteNothingToJoin(prefix);
        return Optional.empty();
      }
    }
    return placed(scope, outer).map(node -> prefixed(prefixes, node));
  }

  private boolean nextIsPrefix() {
    return !isAtEnd() && tokens.get(next).kind().isPrefix();
  }

  private Scope entered(Scope outer, Token field) {
    Scope inner = Scope.named(field.text()).orElse(outer);
    if (!inner.label().equalsIgnoreCase(field.text())) {
      notes.add(
          Notes.quoted(field.text() + ":") + " was read as " + Notes.quoted(inner.label() + ":"));
    }
    if (!(outer instanceof Scope.Anywhere) && !outer.equals(inner)) {
      notes.add(
          Notes.quoted(inner.label() + ":")
              + " inside "
              + Notes.quoted(outer.label() + ":")
              + " was searched in its own field");
    }
    return inner;
  }

  /** The next unit, in its field where one was named directly before it. */
  private Optional<QueryNode> placed(Scope scope, Scope outer) {
    Token token = take();
    if (isAboutFurniture(token, scope)) {
      return Optional.empty();
    }
    Optional<Units.Unit> unit =
        switch (token.kind()) {
          case WORD -> Optional.of(units.word(token.text(), scope));
          case PHRASE -> Optional.of(units.phrase(token, scope));
          case RANGE -> units.range(token, scope);
          default -> group(scope);
        };
    return unit.map(
        u ->
            !scope.equals(outer) && scope instanceof Scope.Within(QueryField field)
                ? NormalForm.boosted(NormalForm.inField(field, u.node()), u.boost())
                : NormalForm.boosted(u.node(), u.boost()));
  }

  /**
   * Reads {@code furniture:show} and {@code furniture:hide}, which are about the whole query and
   * the opposite of each other.
   */
  private boolean isAboutFurniture(Token word, Scope scope) {
    boolean isRead =
        word.kind() == Token.Kind.WORD
            && scope.equals(new Scope.Within(QueryField.FURNITURE))
            && wasTaken(2, Token.Kind.FIELD)
            && ShownFurniture.isDirective(word.text());
    if (isRead) {
      boolean isExcluded = wasTaken(3, Token.Kind.MINUS) || wasTaken(3, Token.Kind.NOT);
      isFurnitureShown |= word.text().equalsIgnoreCase(ShownFurniture.SHOW) != isExcluded;
    }
    return isRead;
  }

  /** Whether that token before the next one, counted from 1, is of that kind. */
  private boolean wasTaken(int back, Token.Kind kind) {
    return back <= next && tokens.get(next - back).kind() == kind;
  }

  private Optional<Units.Unit> group(Scope scope) {
    Optional<QueryNode> inner = sequence(scope);
    Token close = take();
    if (inner.isEmpty()) {
      notes.add("an empty group was left out");
    }
    return inner.map(node -> new Units.Unit(node, close.boost()));
  }

  private void dropJoins() {
    while (!isAtEnd() && tokens.get(next).kind().isJoin()) {
      noteNothingToJoin(take());
    }
  }

  private void noteNothingToJoin(Token token) {
    notes.add(Notes.quoted(token.text()) + " applied to nothing and was left out");
  }

  private boolean isAtEnd() {
    return next == tokens.size() || nextIs(Token.Kind.CLOSE);
  }

  private boolean nextIs(Token.Kind kind) {
    return next < tokens.size() && tokens.get(next).kind() == kind;
  }

  private Token take() {
    return tokens.get(next++);
  }
}
