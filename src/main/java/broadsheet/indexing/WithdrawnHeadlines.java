package broadsheet.indexing;

import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.ListedArticle;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the headlines of withdrawn articles from readers' lists, whose notes stay. Stateless. */
final class WithdrawnHeadlines {
  private static final Logger LOG = LoggerFactory.getLogger(WithdrawnHeadlines.class);

  private WithdrawnHeadlines() {}

  /** A desk that cannot be changed now keeps them until the next notice; they are not shown. */
  static void remove(Path index) {
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      Desks.open(ArchiveCollection.archiveOf(index))
          .lists()
          .entries()
          .withhold(each -> ListedArticle.withdrawn(each, engine));
    } catch (DeskException | EngineException e) {
      LOG.warn("Lists still store headlines of withdrawn articles: {}", e.getMessage());
    }
  }
}
