package broadsheet.names;

/** A contextual cue around a mention, for or against a kind of name. At most sixteen. */
public enum Cue {
  /** It begins a sentence, where every word has a capital. */
  SENTENCE_START(1),
  /** A title or an office precedes it: {@code Mr}, {@code President}. */
  TITLE_BEFORE(2),
  /** Something follows that only persons do or have: a verb of saying, {@code who}, an age. */
  PERSON_AFTER(4),
  /** A preposition of place precedes it: {@code in}, {@code near}; or a dateline names it. */
  IN_BEFORE(8),
  /** The definite article precedes it. */
  THE_BEFORE(16),
  /** It has offices or shares: {@code chairman of}, {@code spokesman}, {@code 's profits}. */
  OFFICE_BESIDE(32),
  /** A comma and the name of a state or country follow it: {@code Dallas, Texas}. */
  PLACE_AFTER(64),
  /** It stands in a line where most words have capitals: a mention, but no evidence. */
  HEADLINE(128),
  /** It does what companies, clubs and people do: says, buys, wins; or others play against it. */
  ACTS(256),
  /** The preposition {@code at} precedes it. */
  AT_BEFORE(512);

  private final int bit;

  Cue(int bit) {
    this.bit = bit;
  }

  /** Its bit in {@link Mention#cues}. */
  public int bit() {
    return bit;
  }

  /** Whether it is among the bits. */
  public boolean in(int cues) {
    return (cues & bit) != 0;
  }
}
