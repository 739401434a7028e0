package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.Slice;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a web archive into its records. A record of an ARC file is returned as the equivalent WARC
 * record. Anything that is not a record is skipped up to the next one. Use once. Not thread-safe.
 */
final class WebRecords {
  /**
   * One record.
   *
   * @param number from 1
   * @param header a WARC header including the blank line after it, one character per byte
   * @param block the bytes after the header; must be read before the next record is requested
   */
  record WebRecord(long number, String header, Slice block) {}

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^Content-Length[ \\t]*:[ \\t]*(\\d{1,18})[ \\t]*$");

  /** URL, address, date, type and length; version 2 adds a status and more before the length. */
  private static final Pattern ARC_LINE =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:.*) (\\S+) (\\d{8,17}) (\\S+)(?: .*)? (\\d{1,18})");

  private static final String BAD_HEADER = "a web archive record with a damaged header";
  private static final String ARC_START = "filedesc:";

  private final Entries entries;
  private final Layer in;
  private final HeaderLines lines;
  private final boolean isArc;
  private Slice block;
  private boolean isInBlock;
  private long number;
  private boolean isLost;

  WebRecords(Entries entries, boolean isArc) {
    this.entries = entries;
    this.in = entries.stream();
    this.lines = new HeaderLines(in);
    this.isArc = isArc;
    this.block = new Slice(in, 0);
  }

  /** The number of the current record, from 1. */
  long number() {
    return isInBlock ? number : number + 1;
  }

  /** The next record; empty at the end. */
  Optional<WebRecord> next() throws IOException {
    block.skipRest();
    isInBlock = false;
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      Optional<WebRecord> record = line.get().isBlank() ? Optional.empty() : record(line.get());
      if (record.isPresent()) {
        return record;
      }
    }
    return Optional.empty();
  }

  /** Gives up a damaged record without looking for the rest of it. */
  void giveUpRecord() {
    block = new Slice(in, 0);
    isInBlock = false;
    isLost = false;
  }

  private Optional<WebRecord> record(String first) throws IOException {
    return isArc ? arcRecord(first) : warcRecord(first);
  }

  private Optional<WebRecord> warcRecord(String first) throws IOException {
    if (!first.startsWith("WARC/")) {
      return lost(first);
    }
    String header = first + "\r\n" + lines.block();
    Matcher length = LENGTH.matcher(header);
    return length.find() ? found(header, length.group(1)) : lost(first + " without a length");
  }

  private Optional<WebRecord> arcRecord(String line) throws LimitExceeded {
    Matcher parts = ARC_LINE.matcher(line);
    if (!parts.matches()) {
      return lost(line);
    }
    String url = parts.group(1);
    boolean isStart = url.toLowerCase(Locale.ROOT).startsWith(ARC_START);
    String header =
        String.join(
            "\r\n",
            "WARC/1.0",
            "WARC-Type: " + (isStart ? "warcinfo" : "response"),
            "WARC-Target-URI: " + url,
            "Content-Type: " + (isStart ? "text/plain" : "application/http;msgtype=response"),
            "Content-Length: " + parts.group(5),
            "",
            "");
    return found(header, parts.group(5));
  }

  private Optional<WebRecord> found(String header, String length) throws LimitExceeded {
    isLost = false;
    isInBlock = true;
    number = entries.count();
    block = new Slice(in, Long.parseLong(length));
    return Optional.of(new WebRecord(number, header, block));
  }

  /** Entered once, however far away the next record is. */
  private Optional<WebRecord> lost(String line) throws LimitExceeded {
    if (!isLost) {
      number = entries.count();
      entries.fail(number, new Damage(BAD_HEADER, line));
    }
    isLost = true;
    return Optional.empty();
  }
}
