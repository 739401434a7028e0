package broadsheet.query;

import java.util.Locale;
import java.util.Optional;

/** Where a unit is looked for, and so how its text is read. */
sealed interface Scope {

  /** No field named. */
  record Anywhere() implements Scope {}

  /** A field of text or keywords. */
  record Within(QueryField field) implements Scope {}

  /** The date of publication. */
  record Dates(DateForm form) implements Scope {}

  /** A field of numbers. */
  record Numbers(QueryField field) implements Scope {}

  /** How a date was asked for: the name before the colon. */
  enum DateForm {
    DATE,
    AFTER,
    BEFORE,
    LAST;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The longest name there is, aliases among them. */
  int LONGEST_NAME = 11;

  /**
   * The scope a name before a colon opens, its own or an alias, in any case; empty when it is no
   * such name.
   */
  static Optional<Scope> named(String name) {
    return ofOwnName(name).or(() -> FieldAliases.meant(name).flatMap(Scope::ofOwnName));
  }

  private static Optional<Scope> ofOwnName(String name) {
    for (DateForm form : DateForm.values()) {
      if (form.label().equalsIgnoreCase(name)) {
        return Optional.of(new Dates(form));
      }
    }
    return QueryField.named(name).map(Scope::of);
  }

  private static Scope of(QueryField field) {
    return switch (field.kind()) {
      case TEXT, KEYWORD -> new Within(field);
      case DATE -> new Dates(DateForm.DATE);
      case NUMBER -> new Numbers(field);
    };
  }

  /** Whether it holds dates or numbers, not text. */
  default boolean isOfValues() {
    return this instanceof Dates || this instanceof Numbers;
  }

  /** The name as it stands in a query, before its colon; empty for no field. */
  default String label() {
    return switch (this) {
      case Anywhere _ -> "";
      case Within(QueryField field) -> field.label();
      case Dates(DateForm form) -> form.label();
      case Numbers(QueryField field) -> field.label();
    };
  }
}
