package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /** A word near several places counts once. */
  private void add(TextAround around, Set<String> stopWords) {
    BitSet counted = new BitSet();
    SentenceStarts sentences =
        request.isWithinSentence() ? SentenceStarts.of(around) : SentenceStarts.ANY;
    for (Mark place : around.places()) {
      int first = around.before(place);
      List<TextAround.Word> left = around.left(place, request.left());
      for (int i = 0; i < left.size(); i++) {
        if (sentences.areTogether(left.get(i).start(), place.start())) {
          counted.set(first - i);
        }
      }
      int last = around.behind(place);
      List<TextAround.Word> right = around.right(place, request.right());
      for (int i = 0; i < right.size(); i++) {
        if (sentences.areTogether(place.end() - 1, right.get(i).start())) {
          counted.set(last + i);
        }
      }
    }
    counted.stream()
        .forEach(
            at -> {
              String word = around.words().get(at).folded();
              Tally tally = tallies.computeIfAbsent(word, _ -> new Tally());
              tally.times++;
              tally.asStopWord += stopWords.contains(word) ? 1 : 0;
              near++;
            });
  }

  /** The offsets at which sentences of a text begin. */
  private record SentenceStarts(NavigableSet<Integer> starts) {

    private static final SentenceStarts ANY = new SentenceStarts(new TreeSet<>());

    /** A longer sentence may be taken to begin where this reach ends. */
    private static final int REACH = 2_000;

    static SentenceStarts of(TextAround around) {
      NavigableSet<Integer> starts = new TreeSet<>();
      int least = Math.max(0, around.start() - REACH);
      int from = TextAround.paragraph(around.text(), around.places().getFirst(), least);
      Sentences.in(around.text(), from, around.end())
          .forEach(sentence -> starts.add(sentence.start()));
      return new SentenceStarts(starts);
    }

    /** Whether no sentence begins after one offset and at or before the other. */
    boolean areTogether(int one, int other) {
      Integer next = starts.higher(one);
      return next == null || next > other;
    }
  }
}
