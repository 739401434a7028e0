package broadsheet.cli.archive;

import broadsheet.backup.Backup;
import broadsheet.backup.Manifest;
import broadsheet.backup.Retention;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.path.PathName;
import broadsheet.release.Release;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code backup} command: copies the index and the desk while both are in use. */
@Command(
    name = "backup",
    description = {
      "Copies the index, and what readers keep, into a folder. A server and updates may run"
          + " meanwhile. The original and the copy are verified; if anything is damaged, nothing is"
          + " copied. An archive on a cluster is backed up by a snapshot of the cluster instead."
    })
public final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description =
          "A folder for the backup, empty or missing. With --keep, the folder of all backups.")
  private Path folder = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Makes the backup in a folder of its own in DIR, named by the time, and then deletes all"
              + " but the newest N backups of this archive there.")
  private @Nullable Integer most;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (most != null && most < 1) {
      throw new UsageException("--keep takes a number of backups, at least 1, not " + most);
    }
    requireIndex();
    Backup backup = new Backup(common.index(), "broadsheet " + Release.current());
    if (most == null) {
      say(folder, backup.into(folder));
    } else {
      Retention retention = new Retention(folder);
      Path made = retention.next();
      Manifest manifest = backup.into(made);
      say(made, manifest);
      retention
          .keep(made, manifest, most)
          .forEach(old -> out().println("Deleted " + PathName.of(old)));
    }
    return ExitCode.DONE;
  }

  /** Fails unless the index can be opened for searching. The error says what is wrong. */
  private void requireIndex() {
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      engine.articleCount();
    }
  }

  private void say(Path made, Manifest manifest) {
    out()
        .printf(
            Locale.ROOT,
            "Backed up %,d %s (%s)%s.%nTo put it back: %s%nTo look into it: ./broadsheet serve"
                + " --index %s%n",
            manifest.articles(),
            manifest.articles() == 1 ? "article" : "articles",
            StatsCommand.size(manifest.bytes()),
            common.hasDesk() ? " and what readers keep" : "",
            common.command("restore " + PathName.quoted(made) + " --replace"),
            PathName.quoted(made.resolve("index")));
    for (ArchiveCollection other : common.others()) {
      out()
          .printf(
              "Not in it: the collection %s. Back it up by itself with --collection %s%n",
              other, other);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
