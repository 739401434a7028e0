package broadsheet.lucene.proximity;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.limits.Steps;
import broadsheet.query.Reach;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * The sentence and paragraph boundaries of one field of an article. Words are numbered
 * consecutively, without the position gap between paragraphs. Not thread-safe.
 */
final class Layout {

  private final Places paragraphStarts;
  private final Places sentenceStarts;
  private int document = -1;
  private Stretches paragraphPositions = new Stretches();
  private int[] paragraphs = {};

  /**
   * Number of paragraphs that started at or before the last requested position; most requests come
   * in order.
   */
  private int started;

  private int[] sentences = {};
  private boolean areSentencesRead;

  private Layout(Places paragraphStarts, Places sentenceStarts) {
    this.paragraphStarts = paragraphStarts;
    this.sentenceStarts = sentenceStarts;
  }

  static Layout of(LeafReader reader, String field, Steps steps) throws IOException {
    return new Layout(
        starts(reader, field, List.of(new BytesRef(TermForm.PARAGRAPH_START)), steps),
        starts(reader, field, List.of(new BytesRef(TermForm.SENTENCE_START)), steps));
  }

  /** The layout for queries without distances, where the number of a word is its position. */
  static Layout ofPositions(LeafReader reader, String field, Steps steps) throws IOException {
    return new Layout(
        starts(reader, field, List.of(), steps), starts(reader, field, List.of(), steps));
  }

  private static Places starts(LeafReader reader, String field, List<BytesRef> term, Steps steps)
      throws IOException {
    return new Places(reader, field, term, false, steps);
  }

  /** Moves to an article at or after the current one. */
  void turnTo(int to) throws IOException {
    if (to != document) {
      document = to;
      paragraphPositions = paragraphStarts.at(to);
      paragraphs = new int[paragraphPositions.size()];
      for (int i = 0; i < paragraphs.length; i++) {
        paragraphs[i] = paragraphPositions.start(i) - (i + 1) * ArticleAnalyzer.PARAGRAPH_GAP;
      }
      started = 0;
      areSentencesRead = false;
    }
  }

  /** The number of the word at a position. */
  int number(int position) {
    while (started < paragraphs.length && paragraphPositions.start(started) <= position) {
      started++;
    }
    while (started > 0 && paragraphPositions.start(started - 1) > position) {
      started--;
    }
    return position - started * ArticleAnalyzer.PARAGRAPH_GAP;
  }

  /** The numbers of the words that start a sentence or paragraph, except the first. */
  int[] starts(Reach reach) throws IOException {
    return switch (reach) {
      case Reach.Words _ -> throw new IllegalArgumentException("not parted by starts: " + reach);
      case Reach.Paragraph _ -> paragraphs;
      case Reach.Sentence _ -> sentences();
    };
  }

  private int[] sentences() throws IOException {
    if (!areSentencesRead) {
      Stretches starts = sentenceStarts.at(document);
      int[] all = Arrays.copyOf(paragraphs, paragraphs.length + starts.size());
      for (int i = 0; i < starts.size(); i++) {
        all[paragraphs.length + i] = number(starts.start(i));
      }
      Arrays.sort(all);
      sentences = all;
      areSentencesRead = true;
    }
    return sentences;
  }
}
