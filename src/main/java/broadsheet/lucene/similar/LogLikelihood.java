package broadsheet.lucene.similar;

/**
 * The log-likelihood ratio G² of a two by two table. It measures the surprise at the numbers of
 * articles with a word in two sets, if both sets were alike. It is 0 for the same share in both,
 * and above {@value #SIGNIFICANT} by chance once in a thousand words. Unlike χ² it is reliable for
 * rare words.
 *
 * <p>Source: Dunning, "Accurate methods for the statistics of surprise and coincidence",
 * Computational Linguistics 19(1), 1993.
 */
final class LogLikelihood {

  /** The χ² distribution's value for p = 0.001 and one degree of freedom. */
  static final double SIGNIFICANT = 10.83;

  private LogLikelihood() {}

  /**
   * The ratio, from 0 up.
   *
   * @param in the number of articles in the first set with the word
   * @param of the size of the first set
   * @param otherIn the number of articles in the second set with it
   * @param otherOf the size of the second set
   */
  static double of(int in, int of, int otherIn, int otherOf) {
    double all = (double) of + otherOf;
    double having = (double) in + otherIn;
    double lacking = all - having;
    return 2
        * (part(in, of * having / all)
            + part(otherIn, otherOf * having / all)
            + part(of - in, of * lacking / all)
            + part(otherOf - otherIn, otherOf * lacking / all));
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
