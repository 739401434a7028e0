package broadsheet.cli.erase;

import broadsheet.indexing.Erasing;
import broadsheet.ledger.Printable;
import broadsheet.path.PathName;
import broadsheet.web.page.FormattedCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints what an erasure did, what still has words of it, and what it cannot reach.
 *
 * @param index the index folder
 */
record ErasureText(PrintWriter out, Path index) {

  private static final int MOST = 20;

  private static final String NOT_SOUGHT =
      "Its text is too short, and its words too common, to be searched for.";

  /** An erasure of some articles. */
  void done(int articles, Erasing.Report report) {
    out.printf("Erased %s: %s%n", FormattedCount.of(articles, "article"), counts(report));
    if (report.buried().shared() > 0) {
      out.println(
          "Articles that stay have the same item, id or address (%s), so a later version may come in."
              .formatted(FormattedCount.of(report.buried().shared())));
    }
    report.holding().ifPresentOrElse(this::holding, () -> out.println(NOT_SOUGHT));
    unreached(report.buried().files());
  }

  /** An erasure that was interrupted. */
  void finished(Erasing.Report report) {
    out.printf("Finished an erasure that was interrupted: %s%n", counts(report));
    out.println(
        "Its words were gone before, so nothing was searched for them; recognized pages may have"
            + " some.");
    unreached(report.buried().files());
  }

  private static String counts(Erasing.Report report) {
    return "%s removed from the index, %s changed, %s deleted"
        .formatted(
            FormattedCount.of(report.records(), "record"),
            FormattedCount.of(report.entries(), "place") + " on lists",
            FormattedCount.of(report.pages(), "recognized page"));
  }

  private void holding(Set<String> places) {
    if (places.isEmpty()) {
      out.println("Every file of the index and of the desk was read: none has words of it.");
      return;
    }
    out.println("Every file of the index and of the desk was read. These have words of it:");
    list(places);
  }

  private void list(Iterable<String> lines) {
    int left = MOST;
    int more = 0;
    for (String line : lines) {
      if (left-- > 0) {
        out.println("  " + Printable.line(line));
      } else {
        more++;
      }
    }
    if (more > 0) {
      out.printf("  and %s%n", FormattedCount.of(more, "more place"));
    }
  }

  private void unreached(Set<String> files) {
    out.println("Out of reach:");
    list(files.stream().filter(file -> !file.isEmpty()).toList());
    list(setAside());
    out.println("  backups and packs made before; what was exported, fetched as a feed or mailed;");
    out.println("  pages that a running server has drawn of scans, until it is stopped");
  }

  /** The indexes and desks that restores have set aside. */
  private List<String> setAside() {
    Path whole = PathName.real(index);
    Path parent = whole.getParent();
    Set<String> found = new TreeSet<>();
    if (parent == null) {
      return List.of();
    }
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(parent)) {
      String name = PathName.of(whole.getFileName()) + ".replaced-";
      for (Path each : beside) {
        if (PathName.of(each.getFileName()).startsWith(name)) {
          found.add(PathName.of(each));
        }
      }
    } catch (IOException e) {
      found.add("what a restore may have set aside in " + PathName.of(parent));
    }
    return new ArrayList<>(found);
  }
}
