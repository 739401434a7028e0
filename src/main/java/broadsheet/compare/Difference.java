package broadsheet.compare;

/**
 * How much one version of a text differs from another, in words; in scripts without blanks between
 * words, in characters.
 *
 * @param more words that only the second has
 * @param fewer words that only the first has
 * @param changed words of the first in whose place the second has others
 * @param isSame whether nothing differs, signs and capitals included; how the text is parted into
 *     paragraphs does not count
 * @param isExact whether all of both was compared word by word; else whole paragraphs that differ
 *     count as other words, so that the numbers may be too high
 */
public record Difference(int more, int fewer, int changed, boolean isSame, boolean isExact) {}
