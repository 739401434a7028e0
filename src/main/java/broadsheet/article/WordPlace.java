package broadsheet.article;

/**
 * The place of a word, or of one half of a hyphenated word. Immutable.
 *
 * @param word the number of the word in its article, from 0: the headline's words, then those of
 *     each paragraph, separated by blanks
 * @param part the index of its part in {@link Positions#parts}
 */
public record WordPlace(int word, int part, Place place) {}
