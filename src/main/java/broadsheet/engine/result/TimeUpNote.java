package broadsheet.engine.result;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The time limit ended the search early. Immutable.
 *
 * @param limit the time limit
 * @param state the results at that time
 */
public record TimeUpNote(Duration limit, State state) implements Note {

  /** The results when the time was up. */
  public enum State {
    NOTHING("Stopped after %s s, before anything was found."),
    BEST_SO_FAR("Stopped after %s s: these are the best hits found by then."),
    COUNT_SO_FAR("Stopped after %s s: at least this many articles match."),
    UNMARKED("Stopped after %s s, before its matches were marked.");

    private final String sentence;

    State(String sentence) {
      this.sentence = sentence;
    }
  }

  @Override
  public String text() {
    return state.sentence.formatted(
        BigDecimal.valueOf(limit.toNanos(), 9).stripTrailingZeros().toPlainString());
  }
}
