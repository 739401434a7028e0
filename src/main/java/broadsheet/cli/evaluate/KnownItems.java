package broadsheet.cli.evaluate;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.evaluate.JudgedTopics;
import broadsheet.evaluate.KnownItem;
import broadsheet.evaluate.KnownItemKind;
import broadsheet.evaluate.TopicPart;
import broadsheet.lucene.baseline.PlainBm25;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Topics made from an archive: articles drawn at random, each to be found again by part of its own
 * text.
 *
 * @param count the number of articles to draw; all if there are fewer
 * @param seed makes the draw repeatable for the same articles
 */
record KnownItems(int count, long seed) {

  private static final SearchRequest ALL =
      SearchRequest.of(new QueryNode.Everything()).unfolded().withoutCounts();

  /** A word that only one article has is as often a misprint as a name. */
  private static final int LEAST_ARTICLES = 2;

  private static final int MOST_ARTICLES = 50;
  private static final int RARE_WORDS = 2;

  /**
   * The topics of every kind that the articles can supply.
   *
   * @param archive the name of the collection
   * @param part which topics to keep
   */
  List<JudgedTopics> of(String archive, SearchEngine engine, TopicPart part) {
    Random random = new Random(seed);
    List<Article> drawn = drawn(engine, random);
    try (PlainBm25 words =
        PlainBm25.of(
            PlainBm25.Words.STANDARD,
            taker -> engine.export(ALL, each -> taker.accept(each.article())))) {
      List<KnownItem> items =
          drawn.stream().map(article -> item(article, engine, words, random)).toList();
      return Arrays.stream(KnownItemKind.values())
          .map(kind -> kind.topics(archive, items).in(part))
          .filter(topics -> !topics.topics().isEmpty())
          .toList();
    }
  }

  /** Draws articles with equal probability: Vitter's reservoir sampling. */
  private List<Article> drawn(SearchEngine engine, Random random) {
    List<Article> drawn = new ArrayList<>();
    int[] seen = {0};
    engine.export(
        ALL,
        named -> {
          int place = random.nextInt(++seen[0]);
          if (drawn.size() < count) {
            drawn.add(named.article());
          } else if (place < count) {
            drawn.set(place, named.article());
          }
        });
    return drawn;
  }

  private static KnownItem item(
      Article article, SearchEngine engine, PlainBm25 words, Random random) {
    String body = String.join("\n", article.paragraphs());
    List<String> rare = new ArrayList<>(words.words(body, LEAST_ARTICLES, MOST_ARTICLES));
    Collections.shuffle(rare, random);
    return new KnownItem(
        article.id(),
        article.title(),
        article.paragraphs(),
        rare.subList(0, Math.min(RARE_WORDS, rare.size())),
        family(article.id(), engine));
  }

  private static Set<String> family(String id, SearchEngine engine) {
    Set<String> family = new HashSet<>(Set.of(id));
    engine
        .find(id, new QueryNode.Everything())
        .map(MarkedArticle::reprints)
        .ifPresent(reprints -> reprints.stream().map(Reprint::id).forEach(family::add));
    return family;
  }
}
