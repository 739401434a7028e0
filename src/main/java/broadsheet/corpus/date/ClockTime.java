package broadsheet.corpus.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads the time of day that follows a date. */
final class ClockTime {

  /** For use inside a longer pattern; pass its matcher to {@link #on}. */
  static final String PATTERN =
      "(?<hour>\\d{1,2})(?:[:.]| ?[hH]"
          + " ?)?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
          + " ?(?<half>(?i:[ap]\\.?m\\.?))?"
          + " ?\\(?(?<zone>(?:GMT|UTC)[+-]\\d(?!\\d)|[Zz]|[A-Z]{2,4}|(?:GMT|UTC)?[+-]\\d\\d(?::?\\d\\d)?)?\\)?";

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** The zones of RFC 822 and CET and CEST; the meaning of other names depends on the country. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"));

  private ClockTime() {}

  /** The day with the matched time; the day alone if no time was matched or it is impossible. */
  static ReadDate on(LocalDate day, Matcher m, String text) {
    if (m.group("hour") == null) {
      return ReadDate.stated(day.toString());
    }
    try {
      return ReadDate.stated(day + "T" + time(m) + zone(m.group("zone")));
    } catch (DateTimeException e) {
      return ReadDate.dayOnly(day, text);
    }
  }

  private static String time(Matcher m) {
    String second = m.group("second");
    String fraction = m.group("fraction");
    LocalTime time =
        LocalTime.of(
            hour(Integer.parseInt(m.group("hour")), m.group("half")),
            Integer.parseInt(m.group("minute")),
            second == null ? 0 : Integer.parseInt(second));
    return SECONDS.format(time) + (fraction == null ? "" : "." + fraction);
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of half a day: " + hour);
    }
    boolean isAfternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (isAfternoon ? 12 : 0);
  }

  /** The offset of a zone; empty if its name is ambiguous. The time is then kept without a zone. */
  private static String zone(@Nullable String zone) {
    if (zone == null) {
      return "";
    }
    int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
    return sign < 0
        ? ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "")
        : ZoneOffset.of(zone.substring(sign)).getId();
  }
}
