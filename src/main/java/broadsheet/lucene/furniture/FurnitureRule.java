package broadsheet.lucene.furniture;

import broadsheet.article.Furniture;
import broadsheet.article.Furniture.Stretch;
import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.Sentences.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Decides which stretches of an article are furniture, given which of its runs are repeated: whole
 * sentences, or a stretch of {@value #LONG} words and more that begins or ends within a sentence,
 * as links do that a page has in the middle of its text. A formula within a sentence (“the bank
 * said it had provided the money market with …”) belongs to the article. For one use.
 */
public final class FurnitureRule {

  /** The fewest articles, none like another, that make a run furniture. */
  public static final int FEWEST = 3;

  private static final int LONG = 24;

  private final WordRuns runs;
  private final BitSet starts;

  private FurnitureRule(WordRuns runs, BitSet starts) {
    this.runs = runs;
    this.starts = starts;
  }

  /**
   * The furniture of an article.
   *
   * @param isRepeated whether at least {@value #FEWEST} articles that are not alike have a hash
   */
  public static Furniture of(WordRuns runs, RunZones zones, LongPredicate isRepeated) {
    BitSet repeated = runs.repeated(zones, isRepeated);
    if (repeated.isEmpty()) {
      return Furniture.NONE;
    }
    FurnitureRule rule = new FurnitureRule(runs, sentenceStarts(runs, repeated));
    List<Stretch> stretches = new ArrayList<>();
    for (int first = repeated.nextSetBit(0); first >= 0; ) {
      int end = repeated.nextClearBit(first);
      rule.add(first, end, stretches);
      first = repeated.nextSetBit(end);
    }
    return new Furniture(stretches);
  }

  /** The words with which sentences begin, in the paragraphs that have some words. */
  private static BitSet sentenceStarts(WordRuns runs, BitSet words) {
    BitSet starts = new BitSet();
    for (int first = 0; first < runs.size(); first = runs.endOfParagraph(first)) {
      int end = runs.endOfParagraph(first);
      starts.set(first);
      int repeated = words.nextSetBit(first);
      if (repeated >= 0 && repeated < end) {
        addSentences(runs, first, end, starts);
      }
    }
    starts.set(runs.size());
    return starts;
  }

  private static void addSentences(WordRuns runs, int first, int end, BitSet starts) {
    int word = first;
    for (Sentence sentence : Sentences.in(runs.body(), runs.start(first), runs.end(end - 1))) {
      while (word < end && runs.start(word) < sentence.start()) {
        word++;
      }
      starts.set(word);
    }
  }

  private void add(int first, int end, List<Stretch> stretches) {
    int next = starts.nextSetBit(first);
    int last = starts.previousSetBit(end);
    int from = next < end && next - first < WordRuns.WIDTH ? next : first;
    int until = last > from && end - last < WordRuns.WIDTH ? last : end;
    boolean isWhole = starts.get(from) && starts.get(until);
    if (length(from, until) >= (isWhole ? WordRuns.WIDTH : LONG)) {
      stretches.add(new Stretch(withMarks(from, -1), withMarks(until - 1, 1)));
    }
  }

  /** The number of words; two ideographs count as one. */
  private int length(int from, int until) {
    int ideographs = 0;
    for (int word = from; word < until; word++) {
      ideographs += WordHashes.isWhole(runs.body().charAt(runs.start(word))) ? 1 : 0;
    }
    return until - from - ideographs / 2;
  }

  /** The beginning or end of a word, with the punctuation that touches it. */
  private int withMarks(int word, int step) {
    String body = runs.body();
    int at = step < 0 ? runs.start(word) : runs.end(word) - 1;
    while (at + step >= 0 && at + step < body.length() && isMark(body.charAt(at + step))) {
      at += step;
    }
    return step < 0 ? at : at + 1;
  }

  private static boolean isMark(char c) {
    return !Character.isWhitespace(c) && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
  }
}
