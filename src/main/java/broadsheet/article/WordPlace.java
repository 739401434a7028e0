package broadsheet.article;

/**
 * The printed place of a word, or of one half of a hyphenated word. Immutable.
 *
 * @param word the number of the word in its article, from 0: the headline's words, then those of
 *     each paragraph, separated by blanks
 * @param page the index of its page in {@link Print#pages}
 */
public record WordPlace(int word, int page, Box box) {}
