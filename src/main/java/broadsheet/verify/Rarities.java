package broadsheet.verify;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.query.QueryNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rarity of words in an archive, each counted once for a draft. Not thread-safe. */
final class Rarities {

  /** The rarity of the most frequent words, beside those that no article has. */
  private static final double LEAST = 0.15;

  /** The most words of a question. */
  private static final int AT_ONCE = 200;

  private final SearchEngine engine;
  private final Map<String, Double> known = new HashMap<>();

  Rarities(SearchEngine engine) {
    this.engine = engine;
  }

  /** Learns the rarity of words that are written in a draft, all in one question. */
  void learn(List<ComparedWords> texts) {
    Map<String, String> unknown = new LinkedHashMap<>();
    for (ComparedWords text : texts) {
      for (ComparedWord word : text.all()) {
        if (!known.containsKey(word.word())) {
          unknown.putIfAbsent(word.word(), text.text().substring(word.start(), word.end()));
        }
      }
    }
    List<String> words = List.copyOf(unknown.keySet());
    for (int from = 0; from < words.size(); from += AT_ONCE) {
      List<String> some = words.subList(from, Math.min(words.size(), from + AT_ONCE));
      learn(some, some.stream().map(unknown::get).toList());
    }
  }

  private void learn(List<String> words, List<String> written) {
    double articles = Math.max(2, engine.articleCount());
    List<QueryNode> queries = written.stream().<QueryNode>map(QueryNode.ExactWord::new).toList();
    List<Trends.Line> lines =
        engine.trends(queries, Filters.none(), Optional.of(Timeline.Unit.YEAR)).lines();
    for (int i = 0; i < words.size(); i++) {
      double count = count(lines.get(i).timeline()) + 0.5;
      double rarity = Math.log(articles / count) / Math.log(2 * articles);
      known.put(words.get(i), Math.clamp(rarity, LEAST, 1));
    }
  }

  private static long count(Timeline timeline) {
    return timeline.undated()
        + timeline.imprecise()
        + timeline.buckets().stream().mapToLong(Timeline.Bucket::count).sum();
  }

  /** The rarity of a word that was learnt: from {@value #LEAST} of those in most articles to 1. */
  double of(ComparedWord word) {
    return known.getOrDefault(word.word(), 1.0);
  }
}
