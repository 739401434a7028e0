package broadsheet.backup;

import broadsheet.files.Durable;
import broadsheet.files.NewFolder;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Keeps only the newest backups of a folder.
 *
 * @param folder holds a folder for each backup, and perhaps other files
 */
public record Retention(Path folder) {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Old(Path folder, Instant madeAt) {}

  /** A new backup's folder, named by the time. */
  public Path next() {
    String name = NAME.format(Instant.now());
    Path next = folder.resolve(name);
    for (int number = 2; Files.exists(next); number++) {
      next = folder.resolve(name + "-" + number);
    }
    return next;
  }

  /**
   * Deletes all but the newest backups of one archive, and what killed processes left of some.
   * Anything else in the folder stays: links, files, backups of other archives, and backups that
   * something was put into.
   *
   * @param made the backup that was just made, which is kept whatever its date
   * @param most the number of backups to keep, at least one
   * @return the deleted backups
   * @throws BackupException when one cannot be deleted
   */
  public List<Path> keep(Path made, Manifest manifest, int most) {
    List<Path> deleted = new ArrayList<>();
    try {
      for (Old old : others(made, manifest.index()).stream().skip(most - 1L).toList()) {
        Durable.delete(Backup.retire(old.folder()));
        deleted.add(old.folder());
      }
      return deleted;
    } catch (IOException e) {
      throw new BackupException(
          "The backup in %s is whole, but older ones in %s could not be deleted (%s). Check permissions, or delete them yourself."
              .formatted(PathName.of(made), PathName.of(folder), e.getMessage()),
          e);
    }
  }

  /** The older backups of an archive, the newest first. */
  private List<Old> others(Path made, String index) throws IOException {
    List<Old> others = new ArrayList<>();
    NewFolder remains = Backup.remains(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (remains.isPartial(entry)) {
          remains.removeAbandoned(entry);
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
            && !Files.isSameFile(entry, made)) {
          addBackup(entry, index, others);
        }
      }
    }
    others.sort(Comparator.comparing(Old::madeAt).reversed());
    return others;
  }

  private static void addBackup(Path entry, String index, List<Old> others) throws IOException {
    try {
      Manifest manifest = Manifest.read(entry);
      if (manifest.index().equals(index) && !manifest.isAmongOthers(entry)) {
        others.add(new Old(entry, manifest.time()));
      }
    } catch (BackupException e) {
      // no backup of ours, or a damaged one: whoever runs the archive decides
    }
  }
}
