package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.IdTieBreak;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a sample in one part of an archive, in a form that can be sent.
 *
 * @param words the words by stem, counted in the hits and in the articles that they are compared
 *     with
 * @param asked the stems that the query matched
 * @param within the number of hits read
 * @param around the number of other articles read
 * @param isComplete whether all of the sample was read
 */
public record PartWords(
    Map<String, Counted> words, Set<String> asked, int within, int around, boolean isComplete) {

  /**
   * A word.
   *
   * @param printed the number of times each form is printed
   * @param within the number of hits that have it
   * @param around the number of other articles that have it
   */
  public record Counted(Map<String, Integer> printed, int within, int around) {}

  /** An article of a sample. */
  public record Drawn(BytesRef id, OptionalLong family) {}

  /**
   * A sample of a part.
   *
   * @param hits the number of hits it is drawn from
   */
  public record Sample(long hits, List<Drawn> articles, boolean isComplete) {}

  /** Samples of the hits, and of the articles they are compared with. */
  public static List<Sample> samples(
      QueryNode query, Filters filters, Contrast contrast, SearchBudget budget) throws IOException {
    BoundedSearcher finder = budget.finder();
    List<Sample> samples = new ArrayList<>();
    for (HitSample drawn :
        new DistinctiveWordSearch(query, filters, budget).samples(contrast, finder)) {
      samples.add(new Sample(drawn.hits(), drawn(drawn.documents(), finder), !finder.isCut()));
    }
    return samples;
  }

  private static List<Drawn> drawn(List<Integer> documents, BoundedSearcher finder)
      throws IOException {
    List<ScoreDoc> hits = documents.stream().map(d -> new ScoreDoc(d, 0)).toList();
    Map<Integer, BytesRef> ids = new IdTieBreak(finder.getIndexReader()).ids(hits);
    List<Drawn> drawn = new ArrayList<>();
    for (int document : documents) {
      BytesRef id = Objects.requireNonNull(ids.get(document));
      drawn.add(
          new Drawn(BytesRef.deepCopyOf(id), Folding.family(finder.getIndexReader(), document)));
    }
    return drawn;
  }

  /** Reads those articles of samples that a part has. */
  public static PartWords of(
      QueryNode query,
      Filters filters,
      List<BytesRef> within,
      List<BytesRef> around,
      SearchBudget budget)
      throws IOException {
    WordTally tally = new WordTally(true);
    DistinctiveWordSearch search = new DistinctiveWordSearch(query, filters, budget, tally);
    Deadline first = budget.finding().part(DistinctiveWordSearch.WITHIN);
    boolean isAllWithin = search.isRead(sample(within, budget), search::addWithin, first);
    boolean isAllAround =
        search.isRead(sample(around, budget), search::addAround, budget.finding());
    return tally.sent(isAllWithin && isAllAround);
  }

  private static HitSample sample(List<BytesRef> ids, SearchBudget budget) throws IOException {
    List<Integer> documents = new ArrayList<>();
    for (BytesRef id : ids) {
      OptionalInt document = ArticleSearch.document(id.utf8ToString(), budget.snapshot());
      if (document.isPresent()) {
        documents.add(document.getAsInt());
      }
    }
    return new HitSample(documents.size(), documents);
  }

  /** The words that set the hits apart, in all parts. */
  public static List<DistinctiveWords.Word> distinctive(List<PartWords> parts) {
    WordTally tally = new WordTally();
    parts.forEach(tally::add);
    return tally.distinctive(DistinctiveWordSearch.MOST_WORDS);
  }
}
