package broadsheet.corpus.ocr;

import java.util.List;

/**
 * A block of text on a page: a paragraph, or a column of them. Immutable.
 *
 * @param ids its own id and those of the groups of blocks it is in; none if it has none
 * @param lines its lines of words, none of them empty
 */
public record OcrBlock(List<String> ids, List<List<OcrWord>> lines) {
  public OcrBlock {
    ids = List.copyOf(ids);
    lines = List.copyOf(lines);
  }
}
