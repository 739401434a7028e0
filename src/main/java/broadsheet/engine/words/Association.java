package broadsheet.engine.words;

import java.util.Locale;

/** A measure by which collocates are sorted, the highest first. */
public enum Association {
  /** See {@link WordStatistics#logLikelihood}. */
  LOG_LIKELIHOOD,
  /** The number of times. */
  OBSERVED,
  /** See {@link WordStatistics#mutualInformation}. */
  MI,
  /** See {@link WordStatistics#logDice}. */
  LOG_DICE;

  /** The name in addresses: {@code log-likelihood}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
