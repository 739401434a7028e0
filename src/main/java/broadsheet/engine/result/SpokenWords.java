package broadsheet.engine.result;

import broadsheet.names.Name;
import java.util.List;

/**
 * A quote with its speaker.
 *
 * @param id the article that quotes it
 * @param pieces the words in the order of the article, without quotation marks; several if the
 *     speech is interrupted
 */
public record SpokenWords(String id, Name speaker, List<String> pieces) {
  public SpokenWords {
    pieces = List.copyOf(pieces);
  }
}
