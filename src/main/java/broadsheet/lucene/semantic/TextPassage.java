package broadsheet.lucene.semantic;

import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.Sentences.Sentence;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an article short enough to have one meaning: whole sentences, up to the end of a
 * paragraph if that is near.
 *
 * @param start its offset in the article's body, in UTF-16 units
 * @param end its end, exclusive; the start if the article has no body
 * @param text the text to embed: the headline, and the passage
 */
public record TextPassage(int start, int end, String text) {

  /** The version of the rules for passages: vectors of another version are rebuilt. */
  static final String CUTTING = "1";

  /**
   * The passages of an article, in order; empty when it has no text.
   *
   * @param longest see {@link broadsheet.engine.EmbeddingModel#passageLength}
   */
  public static List<TextPassage> of(StoredArticle article, int longest) {
    String body = article.text(QueryField.BODY);
    String title = article.text(QueryField.TITLE);
    String standfirst = article.text(QueryField.STANDFIRST);
    List<TextPassage> passages = new ArrayList<>();
    for (Sentence part : parts(body, longest)) {
      String lead = passages.isEmpty() ? joined(title, standfirst) : title;
      String text = body.substring(part.start(), part.end()).replace('\n', ' ');
      passages.add(new TextPassage(part.start(), part.end(), joined(lead, text)));
    }
    String opening = joined(title, standfirst);
    if (passages.isEmpty() && !opening.isEmpty()) {
      passages.add(new TextPassage(0, 0, opening));
    }
    return passages;
  }

  private static String joined(String first, String second) {
    String blank = first.isEmpty() || second.isEmpty() ? "" : "\n";
    return first + blank + second;
  }

  private static List<Sentence> parts(String body, int longest) {
    int enough = longest / 2; // such a passage ends at the next end of a paragraph
    List<Sentence> parts = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (Sentence sentence : shortened(Sentences.in(body, 0, body.length()), longest)) {
      boolean isFull = start >= 0 && sentence.end() - start > longest;
      boolean isParagraph = start >= 0 && body.lastIndexOf('\n', sentence.start()) >= end;
      if (isFull || (isParagraph && end - start >= enough)) {
        parts.add(new Sentence(start, end));
        start = -1;
      }
      start = start < 0 ? sentence.start() : start;
      end = sentence.end();
    }
    if (start >= 0) {
      addLast(parts, new Sentence(start, end), longest / 4);
    }
    return parts;
  }

  /** A last passage that is shorter than {@code least} joins the one before it. */
  private static void addLast(List<Sentence> parts, Sentence last, int least) {
    boolean isRest = last.end() - last.start() < least && !parts.isEmpty();
    parts.add(isRest ? new Sentence(parts.removeLast().start(), last.end()) : last);
  }

  /** Cuts overlong sentences: text without full stops, such as a table. */
  private static List<Sentence> shortened(List<Sentence> sentences, int longest) {
    List<Sentence> shortened = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int start = sentence.start();
      while (sentence.end() - start > 2 * longest) {
        shortened.add(new Sentence(start, start + longest));
        start += longest;
      }
      shortened.add(new Sentence(start, sentence.end()));
    }
    return shortened;
  }
}
