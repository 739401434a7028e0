package broadsheet.corpus.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/** Knows by its name what no reader means as an article: hidden files, backups, partial files. */
public final class PassedBy {
  /** What editors and copying programs leave beside a file while they work on it, or after. */
  private static final Pattern BACKUP =
      Pattern.compile(
          "(?i).*~|#.*#|~\\$.*|.*\\.(?:bak|backup|orig|old|sav|save|swp|swo|tmp|temp|part|partial"
              + "|filepart|crdownload|download|opdownload|aria2|!ut|rsync-tmp)");

  private PassedBy() {}

  /**
   * Why a file or folder is passed by.
   *
   * @param name without its folders
   * @return as a ledger's reason; empty if it is read
   */
  public static Optional<String> reason(String name) {
    if (name.startsWith(".")) {
      return Optional.of("hidden");
    }
    return BACKUP.matcher(name).matches()
        ? Optional.of("a backup or partial file")
        : Optional.empty();
  }
}
