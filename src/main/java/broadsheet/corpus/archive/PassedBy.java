package broadsheet.corpus.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes by name the files that are never meant as articles: hidden files, backups, partial
 * files.
 */
public final class PassedBy {
  /** Files that editors and copying programs leave behind while or after they work on a file. */
  private static final Pattern BACKUP =
      Pattern.compile(
          "(?i).*~|#.*#|~\\$.*|.*\\.(?:bak|backup|orig|old|sav|save|swp|swo|tmp|temp|part|partial"
              + "|filepart|crdownload|download|opdownload|aria2|!ut|rsync-tmp|rej|kate-swp"
              + "|dpkg-(?:old|dist|new|tmp)|rpm(?:save|new|orig))");

  private PassedBy() {}

  /**
   * Why a file or folder is skipped.
   *
   * @param name without its folders
   * @return the reason for the ledger; empty if it is read
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
