package broadsheet.cli;

import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The new articles of saved searches. Stateless. */
final class AlertMatches {
  private AlertMatches() {}

  static List<Hit> of(SearchEngine engine, SavedSearch saved) {
    AlertSearch asked = AlertView.asked(saved, text -> QueryParser.parse(text, LocalDate.EPOCH));
    return engine.search(asked.request(SearchRequest.MAX_SIZE)).hits();
  }

  /** Those of the first saved search. */
  static List<String> first(Path index) {
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      return of(engine, Desks.open(index).searches().all().getFirst()).stream()
          .map(Hit::id)
          .toList();
    }
  }
}
