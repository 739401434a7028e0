package broadsheet.query;

import java.util.Locale;
import java.util.Optional;

/** The field a unit is searched in, which decides how its text is read. */
sealed interface Scope {

  /** No field named. */
  record Anywhere() implements Scope {}

  /** A field of text or keywords. */
  record Within(QueryField field) implements Scope {}

  /** The date of publication, or the day on which an article was added. */
  record Dates(DateForm form) implements Scope {}

  /** A field of numbers. */
  record Numbers(QueryField field) implements Scope {}

  /** The reader's lists. */
  record Lists() implements Scope {}

  /** The name of {@link Lists}. */
  String LIST = "list";

  /** The form of a date query: the name before the colon. */
  enum DateForm {
    DATE,
    AFTER,
    BEFORE,
    LAST,
    ADDED;

    /** Whether it takes days and ranges of them. */
    boolean takesRanges() {
      return this == DATE || this == ADDED;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The length of the longest name, aliases included. */
  int LONGEST_NAME = "correction_of".length();

  /** The scope of a name or alias before a colon, in any case; empty for any other name. */
  static Optional<Scope> named(String name) {
    return ofOwnName(name).or(() -> FieldAliases.meant(name).flatMap(Scope::ofOwnName));
  }

  private static Optional<Scope> ofOwnName(String name) {
    for (DateForm form : DateForm.values()) {
      if (form.label().equalsIgnoreCase(name)) {
        return Optional.of(new Dates(form));
      }
    }
    return name.equalsIgnoreCase(LIST)
        ? Optional.of(new Lists())
        : QueryField.named(name).map(Scope::of);
  }

  private static Scope of(QueryField field) {
    return switch (field.kind()) {
      case TEXT, KEYWORD -> new Within(field);
      case DATE -> new Dates(DateForm.valueOf(field.name()));
      case NUMBER -> new Numbers(field);
    };
  }

  /** Whether it holds dates, numbers or names of lists rather than text. */
  default boolean isOfValues() {
    return this instanceof Dates || this instanceof Numbers || this instanceof Lists;
  }

  /** Whether it holds texts or values that are made of words, and neither addresses nor ids. */
  default boolean isOfText() {
    return this instanceof Within(QueryField field)
        && field != QueryField.URL
        && field != QueryField.ID;
  }

  /** The name as written before the colon; empty for no field. */
  default String label() {
    return switch (this) {
      case Anywhere _ -> "";
      case Within(QueryField field) -> field.label();
      case Dates(DateForm form) -> form.label();
      case Numbers(QueryField field) -> field.label();
      case Lists _ -> LIST;
    };
  }
}
