package broadsheet.lucene.suggest;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.part.IndexParts;
import broadsheet.query.CanonicalText;
import broadsheet.query.DateInWords;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Suggests a date for a query that names a month and a year in words: the other words within that
 * month. Suggestions find something. Stateless.
 */
public final class DateInstead {

  /** The share of the time for this. */
  private static final double SHARE = 0.1;

  private DateInstead() {}

  /** The texts of the suggestions, a day before its month; empty when the query names no date. */
  public static List<String> of(CompiledRequest asked, IndexParts parts) throws IOException {
    List<QueryNode> dated = DateInWords.of(asked.request().query());
    if (dated.isEmpty()) {
      return List.of();
    }
    Set<String> finding = new HashSet<>();
    parts.ask(new RequestQuestion.DateInsteadQuestion(asked.request())).forEach(finding::addAll);
    return dated.stream().map(CanonicalText::of).filter(finding::contains).toList();
  }

  /** The texts of those that find something in a part. */
  static List<String> of(CompiledRequest asked) throws IOException {
    Alternatives alternatives =
        new Alternatives(
            asked.budget().snapshot(), asked.filters(), asked.budget().finding().part(SHARE));
    List<String> offers = new ArrayList<>();
    for (QueryNode query : DateInWords.of(asked.request().query())) {
      if (Alternatives.isTypable(query) && alternatives.count(query) > 0) {
        offers.add(CanonicalText.of(query));
      }
    }
    return offers;
  }
}
