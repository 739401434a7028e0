package broadsheet.evaluate;

import java.util.List;
import java.util.Set;

/**
 * The target of a known-item search: an article that the searcher knows exists. Immutable.
 *
 * @param id the id of the article
 * @param headline empty where it has none
 * @param paragraphs the paragraphs of its body, the lead first
 * @param rareWords two words of its body that few articles have; fewer where it has none
 * @param family the ids that count as found: its own and those of its reprints
 */
public record KnownItem(
    String id,
    String headline,
    List<String> paragraphs,
    List<String> rareWords,
    Set<String> family) {

  public KnownItem {
    paragraphs = List.copyOf(paragraphs);
    rareWords = List.copyOf(rareWords);
    family = Set.copyOf(family);
  }
}
