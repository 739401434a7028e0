package broadsheet.engine.words;

/**
 * Measures of association and keyness: log-likelihood, mutual information, logDice, log ratio.
 * Stateless.
 */
public final class WordStatistics {

  /**
   * A log-likelihood that chance exceeds once in a thousand: the χ² distribution's value for one
   * degree of freedom.
   */
  public static final double SIGNIFICANT = 10.83;

  private WordStatistics() {}

  /**
   * The log-likelihood ratio G² of a two by two table, in natural logarithms: the surprise at how
   * often something occurs in two sets, if both were alike. It is 0 for the same share in both, and
   * above {@value #SIGNIFICANT} by chance once in a thousand. Unlike χ² it is reliable for what is
   * rare.
   *
   * <p>Source: Dunning, "Accurate methods for the statistics of surprise and coincidence",
   * Computational Linguistics 19(1), 1993.
   *
   * @param in the number of times in the first set
   * @param of the size of the first set
   * @param otherIn the number of times in the second set
   * @param otherOf the size of the second set
   * @return from 0 up; 0 where a set is empty
   */
  public static double logLikelihood(long in, long of, long otherIn, long otherOf) {
    double all = (double) of + otherOf;
    double having = (double) in + otherIn;
    double lacking = all - having;
    return 2
        * (part(in, of * having / all)
            + part(otherIn, otherOf * having / all)
            + part(of - in, of * lacking / all)
            + part(otherOf - otherIn, otherOf * lacking / all));
  }

  private static double part(long count, double expected) {
    double observed = (double) count;
    return count <= 0 ? 0 : observed * Math.log(observed / expected);
  }

  /**
   * Pointwise mutual information: the binary logarithm of how many times more often something is
   * observed than expected.
   *
   * <p>Source: Church and Hanks, "Word association norms, mutual information, and lexicography",
   * Computational Linguistics 16(1), 1990.
   */
  public static double mutualInformation(double observed, double expected) {
    return log2(observed / expected);
  }

  /**
   * The logDice score, at most 14 for words that only occur together. It does not depend on the
   * size of the archive.
   *
   * <p>Source: Rychlý, "A lexicographer-friendly association score", RASLAN 2008.
   *
   * @param together the number of times that both stand together
   * @param one the number of times that one of them is printed
   * @param other the number of times that the other is
   */
  public static double logDice(long together, long one, long other) {
    return 14 + log2(2.0 * together / ((double) one + other));
  }

  /**
   * The binary logarithm of the ratio of two relative frequencies: 1 means twice as frequent. A
   * word that the second set lacks counts as printed half a time there.
   *
   * <p>Source: Hardie, "Log Ratio: an informal introduction", CASS blog, 2014.
   */
  public static double logRatio(long in, long of, long otherIn, long otherOf) {
    double otherShare = Math.max((double) otherIn, 0.5) / otherOf;
    return log2(in / (double) of / otherShare);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
