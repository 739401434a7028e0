package broadsheet.help;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches the sections of the help as articles, by the engine that searches archives. The index is
 * made by the first search, in a temporary folder, and deleted with this. Thread-safe.
 */
public final class HelpSearch implements AutoCloseable {

  /** The most sections that are listed. */
  public static final int MOST = 20;

  private final HelpPages pages;
  private List<HelpSection> sections = List.of();
  private @Nullable SearchEngine engine;
  private @Nullable Path folder;

  public HelpSearch(HelpPages pages) {
    this.pages = pages;
  }

  /** The pages that are searched. */
  public HelpPages pages() {
    return pages;
  }

  /**
   * Finds sections, the best first, at most {@value #MOST}.
   *
   * @throws EngineException when the index cannot be made or read
   */
  public SearchResults find(QueryNode query) {
    SearchRequest request =
        new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, MOST)
            .withoutCounts()
            .unfolded();
    return engine().search(request);
  }

  /** The section that was found. */
  public HelpSection section(Hit hit) {
    return sections.get(Integer.parseInt(hit.id()));
  }

  private synchronized SearchEngine engine() {
    SearchEngine known = engine;
    if (known == null) {
      try {
        Path made = folder == null ? Files.createTempDirectory("broadsheet-help-") : folder;
        folder = made;
        known = indexed(Engines.open(made.resolve("index")));
      } catch (IOException e) {
        throw new EngineException("The help cannot be searched: " + e.getMessage(), e);
      }
      engine = known;
    }
    return known;
  }

  private SearchEngine indexed(Engine index) {
    sections = pages.sections();
    try (IndexingSession session = index.rebuild()) {
      for (int i = 0; i < sections.size(); i++) {
        session.add(article(Integer.toString(i), sections.get(i)));
      }
      session.commit(List.of());
    }
    return index.search(Engine.TIME_LIMIT);
  }

  private static Article article(String id, HelpSection section) {
    return Article.withId(id)
        .title(section.heading())
        .section(section.page())
        .paragraphs(section.paragraphs())
        .language("en", LanguageBasis.STATED)
        .build();
  }

  /** Deletes the index. What cannot be deleted is left to the system, in its temporary folder. */
  @Override
  public synchronized void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        // a temporary folder
      }
      folder = null;
    }
  }
}
