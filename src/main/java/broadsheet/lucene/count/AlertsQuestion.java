package broadsheet.lucene.count;

import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.result.AlertCount;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Asks for the number of new articles of alerts, in their order. Immutable. */
public record AlertsQuestion(List<AlertSearch> alerts) implements PartQuestion<List<AlertCount>> {

  private static final Sort LATEST =
      new Sort(new SortField(Added.ORDER, SortField.Type.LONG, true));

  /** The counts over all parts; fewer where the time is up. */
  public static List<AlertCount> of(List<AlertSearch> alerts, IndexParts parts) throws IOException {
    for (AlertSearch alert : alerts) {
      parts.lookUp(alert.query());
    }
    List<List<AlertCount>> all = parts.ask(new AlertsQuestion(List.copyOf(alerts)));
    int counted = all.stream().mapToInt(List::size).min().orElse(0);
    return IntStream.range(0, counted)
        .mapToObj(
            i -> all.stream().map(part -> part.get(i)).reduce(AlertCount.NONE, AlertCount::and))
        .toList();
  }

  @Override
  public List<AlertCount> answer(IndexPart part) throws IOException {
    SearchBudget budget = part.budget();
    List<AlertCount> counts = new ArrayList<>();
    for (AlertSearch alert : alerts) {
      BoundedSearcher finder = budget.finder();
      LanguageCompiler compiler = LanguageCompiler.within(budget);
      Query asked = compiler.filter(alert.all()).of(compiler.compile(alert.query()));
      TopDocs found =
          finder.search(asked, new TopFieldCollectorManager(LATEST, 1, null, Integer.MAX_VALUE));
      if (finder.isCut()) {
        break;
      }
      counts.add(count(found));
    }
    return counts;
  }

  private static AlertCount count(TopDocs found) {
    return found.scoreDocs.length == 0
        ? AlertCount.NONE
        : new AlertCount(
            found.totalHits.value(),
            Added.time(Added.state((Long) ((FieldDoc) found.scoreDocs[0]).fields[0])));
  }
}
