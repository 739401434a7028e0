package broadsheet.engine.words;

import java.util.List;

/**
 * The evenness with which matches are spread over the groups of articles that have words. Groups
 * should not overlap: where an article is in several sections, its words and matches are in each.
 *
 * @param groups the number of groups with words
 * @param range the number of those with a match
 * @param juilland Juilland's D, see {@link #of}; 0 for matches in one group alone, 1 for the same
 *     share of the words in each. Not a number where there are no matches or fewer than two groups
 * @param gries Gries' DP: 0 for matches spread as the words are, near 1 for a single small group
 * @param griesNormed DP divided by the largest that groups of these sizes can have
 */
public record Dispersion(int groups, int range, double juilland, double gries, double griesNormed) {

  /**
   * The dispersion over groups.
   *
   * <p>Juilland's D is 1 − <i>V</i> / √(<i>n</i> − 1), with <i>V</i> the standard deviation (of the
   * whole population) of the groups' matches per word divided by their mean. DP is half the sum of
   * the differences between each group's share of the matches and its share of the words.
   *
   * <p>Sources: Juilland, Brodin and Davidovitch, "Frequency Dictionary of French Words", 1970;
   * Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus
   * Linguistics 13(4), 2008; the norm is that of Lijffijt and Gries, the same journal 17(1), 2012.
   */
  public static Dispersion of(List<Frequencies.Group> all) {
    List<Frequencies.Group> groups = all.stream().filter(group -> group.words() > 0).toList();
    double words = groups.stream().mapToLong(Frequencies.Group::words).sum();
    double matches = groups.stream().mapToLong(Frequencies.Group::matches).sum();
    int range = (int) groups.stream().filter(group -> group.matches() > 0).count();
    if (matches == 0 || groups.size() < 2) {
      return new Dispersion(groups.size(), range, Double.NaN, Double.NaN, Double.NaN);
    }
    double difference = 0;
    double least = 1;
    for (Frequencies.Group group : groups) {
      difference += Math.abs(group.matches() / matches - group.words() / words);
      least = Math.min(least, group.words() / words);
    }
    double gries = difference / 2;
    return new Dispersion(groups.size(), range, juilland(groups), gries, gries / (1 - least));
  }

  private static double juilland(List<Frequencies.Group> groups) {
    double[] rates = groups.stream().mapToDouble(g -> g.matches() / (double) g.words()).toArray();
    double mean = 0;
    for (double rate : rates) {
      mean += rate / rates.length;
    }
    double variance = 0;
    for (double rate : rates) {
      variance += (rate - mean) * (rate - mean) / rates.length;
    }
    return 1 - Math.sqrt(variance) / mean / Math.sqrt(rates.length - 1.0);
  }
}
