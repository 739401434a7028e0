package broadsheet.lucene.compile;

import broadsheet.lucene.compile.RarityFilter.RareWord;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * Compiles the optional words of a query, of which a share by rarity must match, for articles of
 * one language. Not thread-safe.
 */
public final class SomeWords {

  /** The weight of a stop word relative to any other word: see {@code docs/ranking.md}. */
  public static final float STOP_WORD = 0.1f;

  private final UnitCompiler units;
  private final Function<QueryNode, Optional<Query>> compiling;

  /**
   * @param compiling gives the query of a part of the tree, empty where nothing of it can be
   *     searched
   */
  SomeWords(UnitCompiler units, Function<QueryNode, Optional<Query>> compiling) {
    this.units = units;
    this.compiling = compiling;
  }

  /**
   * A piece of the query.
   *
   * @param word its plain word; empty if it is not one
   * @param times the number of times it was typed
   */
  private record Piece(Query query, Optional<String> word, int times, boolean isStopWord) {

    Query counted() {
      float weight = times * (isStopWord ? STOP_WORD : 1f);
      Query weighted = weight == 1f ? query : new BoostQuery(query, weight);
      return isStopWord ? new UnmarkedQuery(weighted) : weighted;
    }
  }

  /**
   * Adds the optional words to a query.
   *
   * @param share see {@link QueryCompiler#some}
   */
  void addTo(BooleanQuery.Builder query, Relaxation relaxation, double share) {
    List<Piece> pieces = pieces(relaxation.pieces());
    pieces.forEach(piece -> query.add(piece.counted(), Occur.SHOULD));
    pieces(relaxation.characters())
        .forEach(one -> query.add(new UnmarkedQuery(one.counted()), Occur.SHOULD));
    relaxation.wholes().forEach(w -> compiling.apply(w).ifPresent(q -> query.add(q, Occur.SHOULD)));
    query.setMinimumNumberShouldMatch(1);
    if (share > 0) {
      List<RareWord> rare = rare(pieces);
      double all = rare.stream().mapToDouble(RareWord::rarity).sum();
      query.add(new RarityFilter(rare, share * all), Occur.FILTER);
    }
  }

  private List<Piece> pieces(List<QueryNode> nodes) {
    Map<QueryNode, Integer> times = new LinkedHashMap<>();
    nodes.forEach(node -> times.merge(lowerCase(node), 1, Integer::sum));
    boolean isAllStopWords = times.keySet().stream().allMatch(units::isStopWord);
    List<Piece> pieces = new ArrayList<>();
    times.forEach(
        (node, count) ->
            compiling
                .apply(node)
                .map(
                    query ->
                        new Piece(
                            query,
                            PlainWords.word(node).map(QueryNode.Word::text),
                            count,
                            !isAllStopWords && units.isStopWord(node)))
                .ifPresent(pieces::add));
    return pieces;
  }

  /** The key of a word, independent of its case. */
  public static QueryNode lowerCase(QueryNode node) {
    return node instanceof QueryNode.Word(String text)
        ? new QueryNode.Word(text.toLowerCase(Locale.ROOT))
        : node;
  }

  /**
   * The rarities of the pieces. A piece that is not a word counts as an average word; a word that
   * is in no article counts nothing.
   */
  private List<RareWord> rare(List<Piece> pieces) {
    List<RareWord> rare = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.isStopWord() && piece.word().isPresent()) {
        units
            .terms()
            .rarity(piece.word().get())
            .ifPresent(rarity -> rare.add(new RareWord(piece.query(), rarity)));
      }
    }
    double mean = rare.stream().mapToDouble(RareWord::rarity).average().orElse(1);
    pieces.stream()
        .filter(piece -> piece.word().isEmpty())
        .forEach(piece -> rare.add(new RareWord(piece.query(), mean)));
    return rare;
  }
}
