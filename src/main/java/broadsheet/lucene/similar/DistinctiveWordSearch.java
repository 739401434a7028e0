package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.lucene.part.IndexParts;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the words that set a query's hits apart from other articles, by reading the beginnings of a
 * sample of both. The samples are those of the whole archive, however many parts it has. Not
 * thread-safe.
 */
public record DistinctiveWordSearch(QueryNode query, Filters filters, IndexParts parts) {

  /** The most words to return. */
  private static final int MOST_WORDS = 10;

  /** The most articles to read of either sample. */
  static final int MOST_ARTICLES = 300;

  /** See {@link broadsheet.engine.SearchEngine#distinctiveWords}. */
  public DistinctiveWords against(Contrast contrast) throws IOException {
    parts.lookUp(query);
    List<List<PartWords.Sample>> samples =
        parts.ask(new SampleQuestion.SamplesQuestion(query, filters, contrast));
    List<PartWords.Sample> within = samples.stream().map(List::getFirst).toList();
    List<PartWords.Sample> around = samples.stream().map(List::getLast).toList();
    WordTally tally = new WordTally();
    boolean isDrawn = samples.stream().flatMap(List::stream).allMatch(PartWords.Sample::isComplete);
    boolean isInTime = isDrawn;
    for (PartWords part :
        parts.ask(new SampleQuestion.TallyQuestion(query, filters, read(within), read(around)))) {
      tally.add(part);
      isInTime &= part.isComplete();
    }
    return new DistinctiveWords(
        isDrawn ? tally.distinctive(MOST_WORDS) : List.of(),
        new DistinctiveWords.Sample(hits(within), tally.within()),
        new DistinctiveWords.Sample(hits(around), tally.around()),
        parts.completeness(isInTime));
  }

  private static long hits(List<PartWords.Sample> parts) {
    return parts.stream().mapToLong(PartWords.Sample::hits).sum();
  }

  /** The articles of the sample of all parts, one of each family. */
  private static List<BytesRef> read(List<PartWords.Sample> parts) {
    List<PartWords.Drawn> drawn = new ArrayList<>();
    parts.forEach(part -> drawn.addAll(part.articles()));
    Set<Long> met = new HashSet<>();
    return drawn.stream()
        .sorted(Comparator.comparingLong(PartWords.Drawn::number))
        .limit(MOST_ARTICLES)
        .filter(each -> each.family().isEmpty() || met.add(each.family().getAsLong()))
        .map(PartWords.Drawn::id)
        .toList();
  }
}
