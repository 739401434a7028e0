package broadsheet.lucene.meaning;

import java.util.List;
import java.util.Optional;

/**
 * The query vectors of a search by meaning, one for each model, with the reason where some or all
 * are missing. Immutable.
 *
 * @param index the name of the index of passages on a cluster; elsewhere empty
 * @param queries one for each model that is asked; none if the search is by words alone
 * @param trouble the reason why it is, in a sentence for the reader
 * @param shortfall the reason why the vectors of some model are not searched although those of
 *     others are
 */
public record QueryEmbeddings(
    String index, List<ModelQuery> queries, Optional<String> trouble, Optional<String> shortfall) {

  /** A search by words alone. */
  public static QueryEmbeddings none(String trouble) {
    return new QueryEmbeddings("", List.of(), Optional.of(trouble), Optional.empty());
  }

  /** The same for an index of passages. */
  public QueryEmbeddings in(String passages) {
    return new QueryEmbeddings(passages, queries, trouble, shortfall);
  }
}
