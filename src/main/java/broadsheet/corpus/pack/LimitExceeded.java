package broadsheet.corpus.pack;

import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.Serial;

/** Ends the reading of a file of the walk that would exceed its limits. */
public final class LimitExceeded extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;
  private final String detail;

  /**
   * @param place the place at which the limit was exceeded; see {@link SourceFile#place}
   */
  LimitExceeded(String place, String reason, String detail) {
    super(reason + ": " + detail);
    this.place = place;
    this.reason = reason;
    this.detail = detail;
  }

  public String place() {
    return place;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }
}
