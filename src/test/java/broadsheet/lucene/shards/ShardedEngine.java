package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.Vectors;
import broadsheet.lucene.LuceneEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A second engine behind the port: three embedded indexes, each of which searches by itself, and a
 * client that merges what they send. Articles are settled by one embedded session, and then dealt.
 *
 * @param place holds the settled index and the generations of shards
 */
public record ShardedEngine(Path place) implements Engine {

  private Engine settled() {
    return new LuceneEngine(place.resolve("settled"));
  }

  @Override
  public boolean hasIndex() {
    return Generations.in(place).exist();
  }

  @Override
  public SearchEngine search(Duration limit) {
    return new ShardedSearchEngine(Generations.in(place), limit);
  }

  @Override
  public IndexingSession rebuild(StandingAlerts alerts) {
    return dealing(settled().rebuild(alerts));
  }

  @Override
  public IndexingSession update(StandingAlerts alerts) {
    return dealing(settled().update(alerts));
  }

  /** The session, after whose commit its articles are dealt. */
  private IndexingSession dealing(IndexingSession session) {
    return (IndexingSession)
        Proxy.newProxyInstance(
            IndexingSession.class.getClassLoader(),
            new Class<?>[] {IndexingSession.class},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(session, arguments);
                if (answer instanceof IndexingReport) {
                  Generations.in(place).next(place.resolve("settled"));
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void tidy() {
    settled().tidy();
  }

  @Override
  public void check(Consumer<Article> article) {
    Generations generations = Generations.in(place);
    generations
        .shards(generations.current())
        .forEach(each -> new LuceneEngine(each).check(article));
  }

  @Override
  public Vectors vectors() {
    return settled().vectors();
  }
}
