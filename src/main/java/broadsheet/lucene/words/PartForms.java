package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.Extent;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;

/**
 * The forms of matches in one part of an archive.
 *
 * @param counts of each form the times it is printed
 * @param matches the number of all matches
 */
public record PartForms(Map<String, Long> counts, long matches, Extent extent) {

  /** The most forms; later ones are not listed. */
  private static final int MOST = 20_000;

  public PartForms {
    counts = Map.copyOf(counts);
  }

  /** Asks for them. */
  public record FormsQuestion(PartSet set) implements WordQuestion<PartForms> {
    @Override
    public PartForms answer(SearchBudget budget) throws IOException {
      SelectedArticles found = set.in(budget);
      Counter counter = new Counter(budget.snapshot().storedFields());
      Optional<MatchMarker> marker = set.marker(budget);
      long read =
          marker.isEmpty()
              ? 0
              : new SystematicSample(found.documents())
                  .read(
                      SystematicSample.ROUNDS,
                      budget.finding()::isPast,
                      document -> counter.add(document, marker.get()))
                  .articles();
      return new PartForms(counter.counts, counter.matches, found.extent(read));
    }
  }

  /** Counts in one part. Not thread-safe. */
  private static final class Counter {
    private final Map<String, Long> counts = new HashMap<>();
    private final StoredFields stored;
    private long matches;

    Counter(StoredFields stored) {
      this.stored = stored;
    }

    void add(int document, MatchMarker marker) throws IOException {
      Optional<MatchMarker.Matched> matched = marker.in(document);
      if (matched.isPresent()) {
        StoredArticle article = new StoredArticle(stored.document(document));
        for (QueryField part : MatchPlaces.TEXTS) {
          for (Mark place : matched.get().places(part)) {
            add(MatchPlaces.text(article, part, place).substring(place.start(), place.end()));
          }
        }
      }
    }

    private void add(String printed) {
      matches++;
      String form = printed.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
      if (counts.size() < MOST || counts.containsKey(form)) {
        counts.merge(form, 1L, Long::sum);
      }
    }
  }
}
