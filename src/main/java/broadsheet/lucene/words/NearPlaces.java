package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.NearWord;
import broadsheet.lucene.analysis.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the words of a text that are near matches. */
record NearPlaces(NearWord.Window window) {

  /** A match with the number of words to it. */
  private record Nearest(Mark place, int distance) {}

  /**
   * The words near the places of a text, by their index, each with the nearest place; of two as
   * near, with the first. A word near several is there once.
   */
  Map<Integer, Mark> of(TextAround around) {
    Map<Integer, Nearest> nearest = new TreeMap<>();
    SentenceStarts sentences =
        window.isWithinSentence() ? SentenceStarts.of(around) : SentenceStarts.ANY;
    for (Mark place : around.places()) {
      int first = around.before(place);
      List<TextAround.Word> left = around.left(place, window.left());
      for (int i = 0; i < left.size(); i++) {
        if (sentences.areTogether(left.get(i).start(), place.start())) {
          nearest.merge(first - i, new Nearest(place, i), NearPlaces::nearer);
        }
      }
      int last = around.behind(place);
      List<TextAround.Word> right = around.right(place, window.right());
      for (int i = 0; i < right.size(); i++) {
        if (sentences.areTogether(place.end() - 1, right.get(i).start())) {
          nearest.merge(last + i, new Nearest(place, i), NearPlaces::nearer);
        }
      }
    }
    Map<Integer, Mark> places = new TreeMap<>();
    nearest.forEach((at, match) -> places.put(at, match.place));
    return places;
  }

  private static Nearest nearer(Nearest one, Nearest other) {
    return other.distance < one.distance ? other : one;
  }

  /** The stretches from a word to the match that it is near. */
  List<Mark> lines(TextAround around, String word) {
    List<Mark> lines = new ArrayList<>();
    of(around)
        .forEach(
            (at, match) -> {
              TextAround.Word near = around.words().get(at);
              if (near.folded().equals(word)) {
                lines.add(line(near, match, around));
              }
            });
    return lines;
  }

  /** A word within a match is a line alone, so that no two words have the same. */
  private static Mark line(TextAround.Word word, Mark match, TextAround around) {
    boolean isMatch =
        around.places().stream()
            .anyMatch(place -> word.start() < place.end() && place.start() < word.end());
    return isMatch
        ? new Mark(word.start(), word.end())
        : new Mark(Math.min(word.start(), match.start()), Math.max(word.end(), match.end()));
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
