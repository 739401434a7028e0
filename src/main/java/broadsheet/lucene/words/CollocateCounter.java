package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;

/** Counts the collocates of matches in one part of an archive. Not thread-safe. */
final class CollocateCounter {

  /** The share of the time for reading; the rest is for the frequencies of the words. */
  private static final double READING = 0.75;

  private static final Set<String> STORED =
      Stream.concat(IndexSchema.DEFAULT_FIELDS.keySet().stream(), Stream.of(QueryField.LANGUAGE))
          .map(QueryField::label)
          .collect(Collectors.toUnmodifiableSet());

  private final CollocatesRequest request;
  private final Map<String, Tally> tallies = new HashMap<>();
  private long matches;
  private long near;

  private static final class Tally {
    private long times;
    private long asStopWord;
  }

  CollocateCounter(CollocatesRequest request) {
    this.request = request;
  }

  NearWords words(PartSet set, SearchBudget budget) throws IOException {
    SelectedArticles found = set.in(budget);
    Deadline reading = budget.finding().part(READING);
    Optional<MatchMarker> marker = set.marker(budget);
    long read = 0;
    if (marker.isPresent()) {
      StoredFields stored = budget.snapshot().storedFields();
      read =
          new SystematicSample(found.documents())
              .read(
                  SystematicSample.ROUNDS,
                  reading::isPast,
                  document -> add(document, marker.get(), stored))
              .articles();
    }
    Map<String, NearWords.Count> words = new HashMap<>();
    tallies.forEach(
        (word, tally) -> words.put(word, new NearWords.Count(tally.times, tally.asStopWord)));
    return new NearWords(words, matches, near, found.extent(read));
  }

  private void add(int document, MatchMarker marker, StoredFields stored) throws IOException {
    Optional<MatchMarker.Matched> matched = marker.in(document);
    if (matched.isEmpty()) {
      return;
    }
    StoredArticle article = new StoredArticle(stored.document(document, STORED));
    String language = StemmedLanguages.of(article.text(QueryField.LANGUAGE));
    Set<String> stopWords = StopWords.of(List.of(language));
    for (QueryField part : IndexSchema.DEFAULT_FIELDS.keySet()) {
      List<Mark> places = matched.get().places(part);
      if (!places.isEmpty()) {
        matches += places.size();
        for (TextAround around :
            TextAround.of(article.text(part), places, Math.max(request.left(), request.right()))) {
          add(around, stopWords);
        }
      }
    }
  }

  private void add(TextAround around, Set<String> stopWords) {
    for (int at : new NearPlaces(request.window()).of(around).keySet()) {
      String word = around.words().get(at).folded();
      Tally tally = tallies.computeIfAbsent(word, _ -> new Tally());
      tally.times++;
      tally.asStopWord += stopWords.contains(word) ? 1 : 0;
      near++;
    }
  }
}
