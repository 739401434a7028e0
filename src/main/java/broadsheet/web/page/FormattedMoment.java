package broadsheet.web.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Formats a moment of the server's clock for a page. */
public final class FormattedMoment {
  private FormattedMoment() {}

  /**
   * Prints a time to the minute: {@code 24 November 2026, 20:02 UTC}.
   *
   * @param iso the time as {@link Instant#toString} writes it
   */
  public static String of(String iso) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC);
    return "%s, %s UTC"
        .formatted(
            DateLabel.of(time.toLocalDate()), time.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
  }
}
