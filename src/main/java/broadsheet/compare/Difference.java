package broadsheet.compare;

/**
 * The difference between two versions of a text, counted in words, or in characters for scripts
 * without blanks between words.
 *
 * @param more words that only the second has
 * @param fewer words that only the first has
 * @param changed words of the first that the second replaces with others
 * @param isSame whether nothing differs, punctuation and capitals included; paragraph breaks do not
 *     count
 * @param isExact whether everything was compared word by word; if not, whole differing paragraphs
 *     count as other words, so that the numbers may be too high
 */
public record Difference(int more, int fewer, int changed, boolean isSame, boolean isExact) {}
