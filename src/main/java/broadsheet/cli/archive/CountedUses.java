package broadsheet.cli.archive;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollection;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import broadsheet.use.UseCounter;
import broadsheet.use.UseCounts;
import broadsheet.use.UseFile;
import broadsheet.use.Uses;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The counts of use beside an archive, for the commands that add to them and print them. */
public final class CountedUses {

  /** A line of the table. */
  private record Line(String month, String collection, long searches, long articles, long exports) {

    static Line of(YearMonth month, ArchiveCollection collection, Uses uses) {
      return new Line(
          month.toString(), collection.name(), uses.searches(), uses.articles(), uses.exports());
    }
  }

  private CountedUses() {}

  /**
   * Counts the use of an archive from now on.
   *
   * @throws UsageException when the counts are not to be read, or the archive is on a cluster
   */
  public static UseCounter counter(CommonOptions common) {
    UseFile file = file(common);
    try {
      return UseCounter.of(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UseFile file(CommonOptions common) {
    if (common.desk().folder().isEmpty()) {
      throw new UsageException("Use is counted of archives in a folder, not of those on a cluster");
    }
    return new UseFile(ArchiveCollection.archiveOf(common.index()));
  }

  private static UsageException unreadable(UseFile file, IOException e) {
    return new UsageException(
        "The counts of use in %s cannot be read (%s). Move the file away to begin anew."
            .formatted(PathName.of(file.path()), WholeFile.reason(e)),
        e);
  }

  /**
   * Prints what was counted.
   *
   * @param collection the only one to print
   * @return whether anything was counted
   */
  static boolean print(
      CommonOptions common, Optional<ArchiveCollection> collection, boolean isJson, PrintWriter out)
      throws JsonProcessingException {
    List<Line> lines = lines(counts(file(common)), collection);
    if (isJson) {
      out.println(new ObjectMapper().writeValueAsString(Map.of("uses", lines)));
    } else if (lines.isEmpty()) {
      out.println("Nothing was counted. A server counts what it is used for with --count-use.");
    } else {
      out.printf("%-8s %9s %9s %9s  %s%n", "month", "searches", "articles", "exports", "of");
      for (Line line : lines) {
        out.printf(
            Locale.ROOT,
            "%-8s %,9d %,9d %,9d  %s%n",
            line.month,
            line.searches,
            line.articles,
            line.exports,
            line.collection);
      }
    }
    return !lines.isEmpty();
  }

  private static UseCounts counts(UseFile file) {
    try {
      return file.read();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static List<Line> lines(UseCounts counts, Optional<ArchiveCollection> collection) {
    List<Line> lines = new ArrayList<>();
    counts
        .months()
        .forEach(
            (month, uses) ->
                uses.forEach(
                    (each, some) -> {
                      if (collection.map(each::equals).orElse(true)) {
                        lines.add(Line.of(month, each, some));
                      }
                    }));
    return lines;
  }
}
