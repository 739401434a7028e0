package broadsheet.query;

import broadsheet.query.QueryNode.AddedRange;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.NumberRange;
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.span.DateText;
import broadsheet.query.span.NumberSpan;
import broadsheet.query.span.RangeText;
import broadsheet.query.token.Characters;
import broadsheet.query.token.Notes;
import broadsheet.query.token.Token;
import broadsheet.query.token.TypedWord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns words, phrases and ranges into nodes according to their scope. */
record Units(LocalDate today, Notes notes) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final NumberSpan NUMBERS = new NumberSpan(0, 999_999_999_999_999_999L);

  /** A node and its boost. */
  record Unit(QueryNode node, float boost) {}

  Unit word(String typed, Scope scope) {
    return switch (scope) {
      case Scope.Anywhere() -> text(typed);
      case Scope.Within(QueryField field) -> field == QueryField.ID ? id(typed) : text(typed);
      case Scope.Dates _, Scope.Numbers _, Scope.Lists _ -> value(typed, scope);
    };
  }

  Unit phrase(Token token, Scope scope) {
    Optional<QueryNode> value = valueOf(token.text(), scope);
    if (value.isEmpty() && scope.isOfValues()) {
      noteNoValue(scope, token.text());
    }
    QueryNode phrase = new Phrase(token.text(), token.slop());
    return new Unit(value.orElse(phrase), token.boost());
  }

  /** A range in brackets; empty when there is nothing in it to search for. */
  Optional<Unit> range(Token token, Scope scope) {
    RangeText range = RangeText.bracketed(token.text());
    if (range.isOpen()) {
      return anything(scope).map(node -> new Unit(node, token.boost()));
    }
    Optional<QueryNode> read = rangeOf(range, scope);
    if (read.isEmpty()) {
      noteNoValue(scope, token.text());
    }
    return read.or(() -> text(range)).map(node -> new Unit(node, token.boost()));
  }

  private Optional<QueryNode> text(RangeText range) {
    TypedWord word = TypedWord.of(range.asWord(), notes);
    return Characters.hasSearchable(word.text()) ? Optional.of(node(word)) : Optional.empty();
  }

  /** The meaning of an open range: articles that have the field; empty where no field is named. */
  private Optional<QueryNode> anything(Scope scope) {
    return switch (scope) {
      case Scope.Anywhere _ -> {
        notes.add(Notes.EVERY_ARTICLE_HAS_IT);
        yield Optional.empty();
      }
      case Scope.Within _ -> Optional.of(new Wildcard(Wildcard.ANYTHING));
      case Scope.Dates(Scope.DateForm form) -> Optional.of(days(form, none(), none()));
      case Scope.Numbers(QueryField field) ->
          Optional.of(new NumberRange(field, Optional.empty(), Optional.empty()));
      case Scope.Lists _ -> Optional.of(new OnList(OnList.ANY));
    };
  }

  private Unit value(String typed, Scope scope) {
    TypedWord word = TypedWord.verbatim(typed, notes);
    Optional<QueryNode> value = valueOf(word.text(), scope);
    if (value.isPresent()) {
      return new Unit(value.get(), word.boost());
    }
    noteNoValue(scope, typed);
    return text(typed);
  }

  private static Unit id(String typed) {
    TypedWord word = TypedWord.verbatim(typed, new Notes());
    String id = word.text();
    QueryNode node = id.equals(Wildcard.ANYTHING) ? new Wildcard(id) : new Word(id);
    return new Unit(node, word.boost());
  }

  private Unit text(String typed) {
    TypedWord word = TypedWord.of(typed, notes);
    return new Unit(node(word), word.boost());
  }

  private QueryNode node(TypedWord word) {
    if (word.isWildcard()) {
      if (word.isExact() || word.edits().isPresent()) {
        notes.add("`=` and `~` cannot be combined with `*` and `?`; they were left out");
      }
      return new Wildcard(word.text().replaceAll("\\*++", "*"));
    }
    int edits = word.edits().orElse(0);
    if (edits > 0) {
      return new Fuzzy(word.text(), edits);
    }
    return word.isExact() || word.edits().isPresent()
        ? new ExactWord(word.text())
        : new Word(word.text());
  }

  private Optional<QueryNode> valueOf(String typed, Scope scope) {
    if (scope.isOfValues() && typed.equals(Wildcard.ANYTHING)) {
      return anything(scope);
    }
    return switch (scope) {
      case Scope.Dates(Scope.DateForm form) -> date(typed, form);
      case Scope.Numbers _ -> rangeOf(RangeText.of(typed), scope);
      case Scope.Lists _ -> list(typed);
      case Scope.Anywhere _, Scope.Within _ -> Optional.empty();
    };
  }

  /** In any case; the two names with a meaning of their own in small letters. */
  private static Optional<QueryNode> list(String typed) {
    String small = typed.toLowerCase(Locale.ROOT);
    boolean isWord = small.equals(OnList.ANY) || small.equals(OnList.READ);
    return typed.isBlank() ? Optional.empty() : Optional.of(new OnList(isWord ? small : typed));
  }

  private Optional<QueryNode> date(String typed, Scope.DateForm form) {
    return switch (form) {
      case AFTER -> DateText.days(typed).map(days -> dates(Optional.of(days.first()), none()));
      case BEFORE -> DateText.days(typed).map(days -> dates(none(), Optional.of(days.last())));
      case LAST ->
          DateText.ago(typed, today).map(day -> dates(Optional.of(day.toEpochDay()), none()));
      case DATE ->
          typed.equalsIgnoreCase("unknown")
              ? Optional.of(new DateUnknown())
              : rangeOf(RangeText.of(typed), new Scope.Dates(form));
      case ADDED ->
          DateText.ago(typed, today)
              .map(day -> days(form, Optional.of(day.toEpochDay()), none()))
              .or(() -> rangeOf(RangeText.of(typed), new Scope.Dates(form)));
    };
  }

  private static Optional<Long> none() {
    return Optional.empty();
  }

  private Optional<QueryNode> rangeOf(RangeText range, Scope scope) {
    return switch (scope) {
      case Scope.Dates(Scope.DateForm form) when form.takesRanges() ->
          Interval.of(range, DateText::days, DateText.LIMITS, notes)
              .map(days -> days(form, days.from(), days.to()));
      case Scope.Numbers(QueryField field) ->
          Interval.of(range, Units::number, NUMBERS, notes)
              .map(numbers -> new NumberRange(field, numbers.from(), numbers.to()));
      case Scope.Dates _, Scope.Lists _, Scope.Anywhere _, Scope.Within _ -> Optional.empty();
    };
  }

  private static Optional<NumberSpan> number(String typed) {
    if (!NUMBER.matcher(typed).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(typed);
    return Optional.of(new NumberSpan(number, number));
  }

  private static QueryNode dates(Optional<Long> from, Optional<Long> to) {
    return days(Scope.DateForm.DATE, from, to);
  }

  private static QueryNode days(Scope.DateForm form, Optional<Long> from, Optional<Long> to) {
    Optional<LocalDate> first = from.map(LocalDate::ofEpochDay);
    Optional<LocalDate> last = to.map(LocalDate::ofEpochDay);
    return form == Scope.DateForm.ADDED ? new AddedRange(first, last) : new DateRange(first, last);
  }

  private void noteNoValue(Scope scope, String typed) {
    String what =
        switch (scope) {
          case Scope.Dates(Scope.DateForm form) ->
              form == Scope.DateForm.LAST ? "not a span of time such as 7d" : "not a date";
          case Scope.Numbers _ -> "not a number";
          case Scope.Lists _ -> "not the name of a list";
          case Scope.Anywhere _, Scope.Within _ -> "a range, which only dates and words take";
        };
    String name = scope.label().isEmpty() ? "" : scope.label() + ":";
    notes.add(Notes.quoted(name + typed) + " is " + what + "; it was searched as text");
  }
}
