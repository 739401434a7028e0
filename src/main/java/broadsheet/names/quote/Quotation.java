package broadsheet.names.quote;

import broadsheet.names.Quote.Piece;
import java.util.List;

/**
 * A text between quotation marks.
 *
 * @param open the word that is the opening mark
 * @param close the word that is the closing mark
 * @param pieces the text without marks: several if it goes on after a paragraph, or if an opening
 *     mark is repeated within it
 */
record Quotation(int open, int close, List<Piece> pieces) {}
