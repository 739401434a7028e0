package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.Locale;

/**
 * A word with what is known of it alone.
 *
 * @param text as it is written
 * @param lower without capitals
 * @param traits the bits of its {@link Trait}s
 */
record NameWord(String text, String lower, WordShape shape, int traits) {

  static NameWord of(String text, Lexicon lexicon) {
    String lower = text.toLowerCase(Locale.ROOT);
    return new NameWord(text, lower, WordShape.of(text), lexicon.traits(text, lower));
  }

  boolean is(Trait trait) {
    return trait.in(traits);
  }

  boolean isCapital() {
    return shape.isCapital();
  }

  boolean is(String mark) {
    return text.equals(mark);
  }
}
