package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.SurfaceForms;
import broadsheet.lucene.analysis.SurfaceWord;
import broadsheet.lucene.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts how typed text continues in print: over a sample of its occurrences, the words and phrases
 * it may be the beginning of, each in its most frequent printed form. Not thread-safe.
 */
final class PhraseCounter {

  /** The most words of a phrase. */
  private static final int MOST_WORDS = 6;

  /** The most words of a phrase in a script with blanks between words. */
  private static final int MOST_SPACED = 4;

  /**
   * With no more occurrences than this, nothing is frequent, and a name that occurs once is worth
   * suggesting.
   */
  private static final int FEW = 4;

  private final boolean isQuoted;
  private final Predicate<String> isTelling;
  private final Map<String, Wording> wordings = new LinkedHashMap<>();
  private int occurrences;

  /**
   * @param isQuoted whether phrases must be as printed, and any phrase is better than none
   * @param isTelling whether a folded word may be a completion alone or end a phrase
   */
  PhraseCounter(boolean isQuoted, Predicate<String> isTelling) {
    this.isQuoted = isQuoted;
    this.isTelling = isTelling;
  }

  private static final class Wording {
    private final int words;
    private final SurfaceForms printed = new SurfaceForms();
    private int count;

    Wording(int words) {
      this.words = words;
    }

    void count(String print) {
      count++;
      printed.add(print);
    }
  }

  /**
   * Counts the phrases at one occurrence.
   *
   * @param skipped the number of words there before the completed one
   */
  void add(TextContinuation place, int skipped) {
    List<SurfaceWord> words = place.words();
    if (words.size() <= skipped) {
      return;
    }
    occurrences++;
    int start = words.get(skipped).start();
    StringBuilder key = new StringBuilder();
    for (int i = skipped; i < Math.min(words.size(), skipped + MOST_WORDS); i++) {
      SurfaceWord word = words.get(i);
      if (i > skipped && !goesOn(place.text(), words.get(i - 1), word, i - skipped)) {
        return;
      }
      key.append(word.folded()).append(' ');
      int length = i - skipped + 1;
      wordings
          .computeIfAbsent(key.toString(), _ -> new Wording(length))
          .count(place.text().substring(start, word.end()));
    }
  }

  private boolean goesOn(String text, SurfaceWord before, SurfaceWord word, int length) {
    String gap = text.substring(before.end(), word.start());
    boolean isSigns = gap.chars().allMatch(c -> (isQuoted ? " ,-'’" : " -'’").indexOf(c) >= 0);
    return isSigns && (gap.isEmpty() || length < MOST_SPACED);
  }

  /**
   * The phrases that occur often enough, the most frequent first.
   *
   * @param articles the number of articles with the text whose occurrences were sampled
   */
  List<Suggestion> completions(int articles) {
    List<Suggestion> found = new ArrayList<>();
    wordings.forEach(
        (key, wording) -> {
          if (isTold(key, wording)) {
            int estimate = (int) Math.ceilDiv((long) articles * wording.count, occurrences);
            Kind kind = wording.words == 1 ? Kind.WORD : Kind.PHRASE;
            found.add(new Suggestion(wording.printed.most(), kind, estimate));
          }
        });
    found.sort(Comparator.comparingInt(Suggestion::articles).reversed());
    return found;
  }

  private boolean isTold(String key, Wording wording) {
    String last = key.substring(key.lastIndexOf(' ', key.length() - 2) + 1, key.length() - 1);
    if (!isTelling.test(last)) {
      return false;
    }
    boolean isOften =
        wording.count > 1 || isQuoted || (occurrences < FEW && isName(wording.printed.most()));
    return wording.words == 1 || (isOften && !isPartOnly(key, wording));
  }

  /** Whether it nearly always continues in the same way, as {@code United Arab} does. */
  private boolean isPartOnly(String key, Wording wording) {
    return wordings.entrySet().stream()
        .anyMatch(
            other ->
                other.getValue().words > wording.words
                    && 4 * other.getValue().count >= 3 * wording.count
                    && other.getValue().count > 1
                    && other.getKey().startsWith(key)
                    && isTold(other.getKey(), other.getValue()));
  }

  private static boolean isName(String printed) {
    for (String word : printed.split("[ -]", -1)) {
      if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }
}
