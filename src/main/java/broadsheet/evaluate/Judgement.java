package broadsheet.evaluate;

import java.util.regex.Pattern;

/**
 * Somebody's judgement of one article as an answer to one topic: a line of a TREC qrels file.
 * Source of the format: trec_eval, "qrels".
 *
 * @param topic its {@link Topic#number}
 * @param iteration TREC's second field, kept but without meaning here: usually {@code 0}
 * @param docno the article's id, which never has white space in it
 * @param relevance 1 relevant, 0 not; files from elsewhere also have higher grades and, for junk,
 *     lower
 */
public record Judgement(String topic, String iteration, String docno, int relevance) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * @throws IllegalArgumentException when a field is empty or has white space in it
   */
  public Judgement {
    Fields.requireOneWord("topic number", topic);
    Fields.requireOneWord("second field", iteration);
    Fields.requireOneWord("docno", docno);
  }

  /** A judgement of no particular iteration. */
  public Judgement(String topic, String docno, int relevance) {
    this(topic, "0", docno, relevance);
  }

  /**
   * Parses a line of a qrels file.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Judgement of(String line) {
    String[] fields = BLANKS.split(line.strip(), -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException(
          "a judgement is four fields, topic 0 docno relevance, not " + fields.length);
    }
    return new Judgement(fields[0], fields[1], fields[2], relevance(fields[3]));
  }

  private static int relevance(String field) {
    try {
      return Integer.parseInt(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("relevance is a whole number, not '" + field + "'", e);
    }
  }

  /** The line that {@link #of} parses. */
  String line() {
    return topic + " " + iteration + " " + docno + " " + relevance;
  }
}
