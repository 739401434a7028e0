package broadsheet.web.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A moment of the server's own clock as a page prints it. */
public final class PrintedMoment {
  private PrintedMoment() {}

  /**
   * To the minute: {@code 24 November 2026, 20:02 UTC}.
   *
   * @param iso as {@link Instant#toString} writes it
   */
  public static String of(String iso) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC);
    return "%s, %s UTC"
        .formatted(
            DateLabel.of(time.toLocalDate()), time.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
  }
}
