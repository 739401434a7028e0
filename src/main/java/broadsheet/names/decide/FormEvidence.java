package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.Mention;
import broadsheet.names.NameKind;
import java.util.List;

/** The evidence for one form, or for several forms of one name, summed. Not thread-safe. */
final class FormEvidence {

  private static final int ARTICLES = 0;
  private static final int MENTIONS = 1;
  private static final int INNER = 2;
  private static final int INNER_VOTES = 3;
  private static final int SMALL = 4;
  private static final int VOTES = 5;
  private static final int CUES = VOTES + NameKind.values().length;

  private static final List<Cue> EACH = List.of(Cue.values());

  private final int[] counts = new int[CUES + EACH.size()];

  void addArticle(int smallWords) {
    counts[ARTICLES]++;
    counts[SMALL] += smallWords;
  }

  /** Counts a mention, unless it stands in a headline. */
  void add(Mention mention) {
    if (Cue.HEADLINE.in(mention.cues())) {
      return;
    }
    counts[MENTIONS]++;
    boolean start = Cue.SENTENCE_START.in(mention.cues());
    counts[INNER] += start ? 0 : 1;
    counts[INNER_VOTES] += start || mention.vote().isEmpty() ? 0 : 1;
    mention.vote().ifPresent(kind -> counts[VOTES + place(kind)]++);
    for (Cue cue : EACH) {
      counts[CUES + place(cue)] += cue.in(mention.cues()) ? 1 : 0;
    }
  }

  void add(FormEvidence other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  private static int place(NameKind kind) {
    return switch (kind) {
      case PERSON -> 0;
      case ORGANISATION -> 1;
      case PLACE -> 2;
    };
  }

  private static int place(Cue cue) {
    return Integer.numberOfTrailingZeros(cue.bit());
  }

  /** The number of articles with any mention; an article with two forms counts twice. */
  long articles() {
    return counts[ARTICLES];
  }

  /** The number of mentions outside of headlines. */
  long mentions() {
    return counts[MENTIONS];
  }

  /** The share of mentions with a vote for a kind, 0 to 1. */
  double vote(NameKind kind) {
    return share(counts[VOTES + place(kind)], counts[MENTIONS]);
  }

  /** The share of mentions with a vote, 0 to 1. */
  double voted() {
    return share(counts[VOTES] + counts[VOTES + 1] + counts[VOTES + 2], counts[MENTIONS]);
  }

  /** The share of mentions with a cue, 0 to 1. */
  double cue(Cue cue) {
    return share(counts[CUES + place(cue)], counts[MENTIONS]);
  }

  /** The share of mentions with a sign of a person, 0 to 2. */
  double personal() {
    return cue(Cue.TITLE_BEFORE) + cue(Cue.PERSON_AFTER);
  }

  /** The share of mentions that show one that acts or has offices, 0 to 2. */
  double agency() {
    return cue(Cue.ACTS) + cue(Cue.OFFICE_BESIDE);
  }

  /** The share of mentions that do not begin a sentence, 0 to 1. */
  double inner() {
    return share(counts[INNER], counts[MENTIONS]);
  }

  /** The share of those that have a vote, 0 to 1. */
  double innerVoted() {
    return share(counts[INNER_VOTES], counts[INNER]);
  }

  /** The share of all occurrences of the words that have no capitals, 0 to 1. */
  double small() {
    return share(counts[SMALL], counts[SMALL] + counts[MENTIONS]);
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
