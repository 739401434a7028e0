package broadsheet.web.trends;

import java.util.Locale;

/** What a point's height means. */
enum Measure {
  /** How many articles match. */
  COUNT,
  /** How many of all articles of that time under the same filters match. */
  SHARE;

  /** The name in an address. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
