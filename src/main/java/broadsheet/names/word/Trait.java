package broadsheet.names.word;

import java.util.Locale;

/** A lexical feature of a word or name, known from a list; a bit each. */
public enum Trait {
  ADDRESS(0),
  TITLE(1),
  MODIFIER(2),
  PORTFOLIO(3),
  ROYAL(4),
  PLAIN_TITLE(5),
  SAYING(6),
  IN(7),
  CORPORATE(8),
  ORGANISATION(9),
  HEAD(10),
  FOR(11),
  PLACE(12),
  THING(13),
  THING_FIRST(14),
  NEVER(15),
  CALENDAR(16),
  FUNCTION(17),
  CONNECTOR(18),
  FAMILY(19),
  AMERICAN(20),
  DEMONYM(21),
  /** A first name. */
  FIRST_NAME(22),
  /** A town of 15,000 people or more, or a province of a smaller country. */
  TOWN(23),
  /** A city of 200,000 people or more. */
  CITY(24),
  COUNTRY(25),
  /** A state or province of a large federal country. */
  STATE(26),
  GROUP(27),
  /** A word that is mostly written without a capital. */
  SMALL(28),
  STARTER(29),
  BESIDE(30),
  POSSESSIVE(31);

  private final int bit;

  Trait(int place) {
    this.bit = 1 << place;
  }

  public int bit() {
    return bit;
  }

  /** Whether it is among the bits. */
  public boolean in(int traits) {
    return (traits & bit) != 0;
  }

  /** The trait of a list in {@code words.txt}, named in brackets: {@code [plain-title]}. */
  static Trait ofList(String heading) {
    return valueOf(heading.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
