package broadsheet.lucene.proximity;

import java.util.List;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** A Lucene {@code MatchesIterator} over occurrences, whose words are sub-matches. */
final class OccurrenceMatches implements MatchesIterator {

  private final Query query;
  private final List<Occurrence> occurrences;
  private int at = -1;

  OccurrenceMatches(Query query, List<Occurrence> occurrences) {
    this.query = query;
    this.occurrences = occurrences;
  }

  @Override
  public boolean next() {
    return ++at < occurrences.size();
  }

  private Occurrence.Words whole() {
    return occurrences.get(at).whole();
  }

  @Override
  public int startPosition() {
    return whole().start();
  }

  @Override
  public int endPosition() {
    return whole().end();
  }

  @Override
  public int startOffset() {
    return whole().startOffset();
  }

  @Override
  public int endOffset() {
    return whole().endOffset();
  }

  @Override
  public @Nullable MatchesIterator getSubMatches() {
    List<Occurrence.Words> words = occurrences.get(at).words();
    return words.size() < 2
        ? null
        : new OccurrenceMatches(
            query, words.stream().map(each -> new Occurrence(List.of(each))).toList());
  }

  @Override
  public Query getQuery() {
    return query;
  }
}
