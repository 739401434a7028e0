package broadsheet.web.words;

import broadsheet.engine.words.Association;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordGrouping;
import java.util.Optional;

/**
 * The choices of a table of words beside its query. Immutable.
 *
 * @param order the order of lines
 * @param measure the measure by which collocates are sorted
 * @param size the most rows
 * @param after continues a list of lines; empty for its beginning
 * @param context the most characters on each side of a line
 * @param left the words before a match that are near it
 * @param right the words after it
 * @param isWithinSentence whether words must stand in its sentence to be near
 * @param withStopWords whether stop words are listed
 * @param least the fewest times that a listed word or sequence is printed
 * @param by the groups of frequencies
 * @param against the query for the articles that keywords are compared with; empty for all others
 * @param length the words of a sequence
 */
public record WordsChoices(
    LineOrder order,
    Association measure,
    int size,
    Optional<String> after,
    int context,
    int left,
    int right,
    boolean isWithinSentence,
    boolean withStopWords,
    int least,
    WordGrouping by,
    String against,
    int length) {}
