package broadsheet.corpus.format;

import broadsheet.corpus.collection.Iptc7901;
import broadsheet.corpus.office.OfficeKind;
import broadsheet.corpus.office.OldOffice;
import broadsheet.corpus.plain.UnreadFormat;
import broadsheet.corpus.record.Peek;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes files that contain no article in any format: notes about a collection, files for
 * programs, unsupported formats and binary data.
 */
final class NotNews {
  private static final Pattern NOTES =
      Pattern.compile("(?i)(README|LICENSE|LICENCE|NOTICE|COPYING|CHANGELOG)\\b.*|SOURCE\\.md");

  /** Files that sites and programs keep beside their texts. */
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile(
          "(?i)(?:robots|humans|ads|app-ads|security|requirements[\\w-]*|constraints)\\.txt|.*\\.(?:lock|lck|pid|mk)|package-lock\\.json"
              + "|(?:GNU)?makefile(?:\\..*)?|CMakeLists\\.txt|Dockerfile(?:\\..*)?"
              + "|(?:gem|rake|proc|pip|vagrant|jenkins)file|Thumbs\\.db");

  /** The files of a bag that describe it, by name and content. Source: RFC 8493, section 2. */
  private static final Pattern BAG_FILE =
      Pattern.compile("(?:bagit|bag-info|package-info|fetch|(?:tag)?manifest-\\w+)\\.txt");

  private static final Pattern BAG_LINE =
      Pattern.compile(
          "[A-Z][\\w-]* ?:.*"
              + "|[0-9A-Fa-f]{8,}\\s+\\S.*"
              + "|\\w+://\\S+\\s+(?:\\d+|-)\\s+\\S.*");

  private static final Pattern JSON_SCHEMA =
      Pattern.compile("\\{\\s*\"\\$schema\"\\s*:\\s*\"https?://json-schema\\.org/");

  /** Source: RFC 9649, section 2.4. */
  private static final Pattern WEBP = Pattern.compile("RIFF[\\x00-\\xff]{4}WEBP");

  private static final Pattern ROBOTS = Pattern.compile("(?i)(?:\\s*#.*\\R)*\\s*user-agent:");

  private static final Pattern DUMP_TITLE =
      Pattern.compile(
          "(?id)\\W*(?:\\w+ )?(?:mysql|mariadb|postgresql|phpmyadmin|sqlite)\\b.*\\bdump\\b");

  private static final Pattern SQL =
      Pattern.compile("(?idm)^(?:create table|insert into|drop table if exists)\\s.*[(`\";]");

  /** More than one control character in this many means binary data. */
  private static final int TEXT_PER_CONTROL = 50;

  /** A text may contain a stray zero; one in this many means binary data. */
  private static final int TEXT_PER_ZERO = 1000;

  private NotNews() {}

  static Optional<String> reason(Peek peek) {
    if (peek.head().isEmpty()) {
      return Optional.of("empty file");
    }
    if (NOTES.matcher(peek.file().name()).matches()) {
      return Optional.of("notes about a collection");
    }
    if (FOR_PROGRAMS.matcher(peek.file().name()).matches()) {
      return Optional.of("a file for programs");
    }
    if (isOfBag(peek)) {
      return Optional.of("a file about a bag (BagIt)");
    }
    boolean isRobots =
        ROBOTS.matcher(peek.start()).lookingAt() && peek.hasExtension("", "txt", "text");
    if (isRobots || JSON_SCHEMA.matcher(peek.start()).lookingAt()) {
      return Optional.of("a file for programs");
    }
    if (peek.hasExtension("sql") || isDump(peek)) {
      return Optional.of("a database dump");
    }
    if (WEBP.matcher(peek.head()).lookingAt()) {
      return Optional.of("a picture in WebP: scans are read as JPEG, PNG, GIF, TIFF or JPEG 2000");
    }
    return DataFile.reason(peek)
        .or(() -> OldOffice.reason(peek))
        .or(() -> OfficeKind.of(peek.file(), peek.head()).flatMap(OfficeKind::whyUnread))
        .or(() -> UnreadFormat.reason(peek));
  }

  private static boolean isOfBag(Peek peek) {
    return BAG_FILE.matcher(peek.file().name()).matches()
        && BAG_LINE.matcher(peek.start().lines().findFirst().orElse("")).matches();
  }

  private static boolean isDump(Peek peek) {
    return peek.hasExtension("", "txt", "dump")
        && (DUMP_TITLE.matcher(peek.start()).lookingAt() || SQL.matcher(peek.start()).find());
  }

  /** Whether a file is neither text nor in a format that is known by its bytes. */
  static boolean isBinary(Peek peek) {
    String head = peek.head();
    boolean isWire = head.indexOf(Iptc7901.SOH) == 0 && head.indexOf(Iptc7901.STX) > 0;
    long controls = 0;
    long zeros = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      controls += isControl(c) && !(isWire && c <= Iptc7901.EOT) ? 1 : 0;
      zeros += c == 0 ? 1 : 0;
    }
    return controls * TEXT_PER_CONTROL > head.length()
        || (zeros > 1 && zeros * TEXT_PER_ZERO > head.length());
  }

  private static boolean isControl(int c) {
    return c < ' ' && "\t\n\u000b\f\r".indexOf(c) < 0;
  }
}
