package broadsheet.lucene.similar;

/**
 * How surprising it is that a word is in so many articles of one kind and so many of another, if
 * both kinds were alike: the log-likelihood ratio G² of a two by two table. It is 0 for the same
 * share in both, and above {@value #SIGNIFICANT} by chance once in a thousand words. Unlike χ² it
 * may be trusted for words that few articles hold.
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
   * @param in how many articles of the one kind hold the word
   * @param of how many articles of that kind there are
   * @param otherIn how many articles of the other kind hold it
   * @param otherOf how many articles of the other kind there are
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
