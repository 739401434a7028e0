package broadsheet.lucene.alert;

import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question about the recorded matches of saved searches. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface AlertQuestion<A> extends PartQuestion<A> {

  /** Asks for the number and latest time of each saved search's arrivals. */
  record ArrivalSumsQuestion() implements AlertQuestion<Map<String, ArrivalSum>> {
    @Override
    public Map<String, ArrivalSum> answer(IndexPart part) throws IOException {
      return ArrivalReader.sums(part.own());
    }

    /** The sums of all parts. */
    public static Map<String, ArrivalSum> of(IndexParts parts) throws IOException {
      Map<String, ArrivalSum> sums = new HashMap<>();
      for (Map<String, ArrivalSum> part : parts.about(new ArrivalSumsQuestion())) {
        part.forEach((search, own) -> sums.merge(search, own, ArrivalReader::both));
      }
      return sums;
    }
  }

  /** Asks for the newest arrivals of a saved search. */
  record ArrivalsQuestion(String search, QueryNode query, int most)
      implements AlertQuestion<List<Arrival>> {
    @Override
    public List<Arrival> answer(IndexPart part) throws IOException {
      return new ArrivalReader(part.budget()).of(search, query, most);
    }

    /** The newest arrivals of all parts. */
    public static List<Arrival> of(String search, QueryNode query, int most, IndexParts parts)
        throws IOException {
      parts.lookUp(query);
      return parts.ask(new ArrivalsQuestion(search, query, most)).stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Arrival::at).reversed())
          .limit(most)
          .toList();
    }
  }
}
