package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.Mention;
import broadsheet.names.NameKind;

/** The evidence for one form, or for several forms of one name, summed. Not thread-safe. */
final class FormEvidence {

  private final long[] votes = new long[NameKind.values().length];
  private final long[] cues = new long[Cue.values().length];
  private long articles;
  private long mentions;
  private long inner;
  private long innerVotes;
  private long small;

  void addArticle(int smallWords) {
    articles++;
    small += smallWords;
  }

  /** Counts a mention, unless it stands in a headline. */
  void add(Mention mention) {
    if (Cue.HEADLINE.in(mention.cues())) {
      return;
    }
    mentions++;
    boolean start = Cue.SENTENCE_START.in(mention.cues());
    inner += start ? 0 : 1;
    innerVotes += start || mention.vote().isEmpty() ? 0 : 1;
    mention.vote().ifPresent(kind -> votes[place(kind)]++);
    for (Cue cue : Cue.values()) {
      cues[place(cue)] += cue.in(mention.cues()) ? 1 : 0;
    }
  }

  void add(FormEvidence other) {
    articles += other.articles;
    mentions += other.mentions;
    inner += other.inner;
    innerVotes += other.innerVotes;
    small += other.small;
    for (int i = 0; i < votes.length; i++) {
      votes[i] += other.votes[i];
    }
    for (int i = 0; i < cues.length; i++) {
      cues[i] += other.cues[i];
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
    return articles;
  }

  /** The number of mentions outside of headlines. */
  long mentions() {
    return mentions;
  }

  /** The share of mentions with a vote for a kind, 0 to 1. */
  double vote(NameKind kind) {
    return share(votes[place(kind)], mentions);
  }

  /** The share of mentions with a vote, 0 to 1. */
  double voted() {
    return share(votes[0] + votes[1] + votes[2], mentions);
  }

  /** The share of mentions with a cue, 0 to 1. */
  double cue(Cue cue) {
    return share(cues[place(cue)], mentions);
  }

  /** The share of mentions that do not begin a sentence, 0 to 1. */
  double inner() {
    return share(inner, mentions);
  }

  /** The share of those that have a vote, 0 to 1. */
  double innerVoted() {
    return share(innerVotes, inner);
  }

  /** The share of all occurrences of the words that have no capitals, 0 to 1. */
  double small() {
    return share(small, small + mentions);
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
