package broadsheet.lucene.words;

import broadsheet.engine.words.Extent;
import broadsheet.engine.words.WordGrouping;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;

/**
 * The frequencies in one part of an archive.
 *
 * @param archive the number of words of all articles
 * @param hits the number of words of those that match
 * @param all the articles under the filters
 * @param groups the same by their values
 */
public record PartFrequencies(
    long archive, long hits, Sum all, Map<String, Sum> groups, Extent extent) {

  /**
   * Asks for them.
   *
   * @param hits the articles that match
   * @param filtered those under the same filters
   * @param archive those under none
   */
  public record FrequenciesQuestion(
      PartSet hits, PartSet filtered, PartSet archive, WordGrouping by)
      implements WordQuestion<PartFrequencies> {
    @Override
    public PartFrequencies answer(SearchBudget budget) throws IOException {
      return of(this, budget);
    }
  }

  /**
   * The sums of a group.
   *
   * @param words the number of words in its articles
   * @param articles the number of those that match
   * @param read the number of those whose matches were counted
   * @param matches the number of their matches
   */
  public record Sum(long words, long articles, long read, long matches) {

    static final Sum ZERO = new Sum(0, 0, 0, 0);

    Sum and(Sum more) {
      return new Sum(
          words + more.words, articles + more.articles, read + more.read, matches + more.matches);
    }
  }

  private static PartFrequencies of(FrequenciesQuestion wanted, SearchBudget budget)
      throws IOException {
    IndexReader reader = budget.snapshot().getIndexReader();
    SelectedArticles hits = wanted.hits.in(budget);
    SelectedArticles filtered = wanted.filtered.in(budget);
    long[] hitWords = {0};
    Sum[] all = {Sum.ZERO};
    Map<String, Sum> groups = new HashMap<>();
    ArticleGroups grouping = new ArticleGroups(wanted.by, reader);
    WordTotals.visit(
        filtered.documents(),
        reader,
        (document, words) -> {
          Sum sum = new Sum(words, 0, 0, 0);
          all[0] = all[0].and(sum);
          grouping.of(document).forEach(group -> groups.merge(group, sum, Sum::and));
        });
    Matches matches = Matches.of(wanted.hits, hits, budget);
    grouping.restart();
    WordTotals.visit(
        hits.documents(),
        reader,
        (document, words) -> {
          hitWords[0] += words;
          Sum sum = matches.sum(document);
          all[0] = all[0].and(sum);
          grouping.of(document).forEach(group -> groups.merge(group, sum, Sum::and));
        });
    return new PartFrequencies(
        WordTotals.words(wanted.archive.in(budget).documents(), reader),
        hitWords[0],
        all[0],
        groups,
        new Extent(matches.read, hits.size(), hits.isAll() && filtered.isAll()));
  }

  /** The frequencies of all parts together. */
  static PartFrequencies sum(List<PartFrequencies> parts) {
    Map<String, Sum> groups = new HashMap<>();
    parts.forEach(part -> part.groups.forEach((value, sum) -> groups.merge(value, sum, Sum::and)));
    return new PartFrequencies(
        parts.stream().mapToLong(PartFrequencies::archive).sum(),
        parts.stream().mapToLong(PartFrequencies::hits).sum(),
        parts.stream().map(PartFrequencies::all).reduce(Sum.ZERO, Sum::and),
        groups,
        Extents.sum(parts.stream().map(PartFrequencies::extent).toList()));
  }

  /** The number of places where a query matches, by article. */
  private static final class Matches {

    /** One more than that number, by document; 0 for articles that were not read. */
    private final int[] places;

    private final long read;

    private Matches(int[] places, long read) {
      this.places = places;
      this.read = read;
    }

    static Matches of(PartSet set, SelectedArticles hits, SearchBudget budget) throws IOException {
      int[] places = new int[hits.documents().length()];
      Optional<MatchMarker> marker = set.marker(budget);
      if (marker.isEmpty()) {
        return new Matches(places, 0);
      }
      Deadline deadline = budget.finding();
      long read =
          new SystematicSample(hits.documents())
              .read(
                  SystematicSample.ROUNDS,
                  deadline::isPast,
                  document -> {
                    Optional<MatchMarker.Matched> matched = marker.get().in(document);
                    places[document] =
                        1 + (matched.isEmpty() ? 0 : MatchPlaces.count(matched.get()));
                  })
              .articles();
      return new Matches(places, read);
    }

    Sum sum(int document) {
      int found = places[document];
      return new Sum(0, 1, Math.min(1, found), Math.max(0, found - 1));
    }
  }
}
