package broadsheet.cli.common;

import broadsheet.export.ByteOrderMark;
import picocli.CommandLine.Option;

/** Whether a CSV table begins with a byte order mark, for commands that write one. */
public final class BomOption {

  @Option(
      names = "--bom",
      description =
          "Begins the CSV table with a byte order mark, by which spreadsheets know UTF-8. Other"
              + " programs take it for a part of the first name.")
  private boolean isAsked;

  /** The choice. */
  public ByteOrderMark mark() {
    return ByteOrderMark.of(isAsked);
  }
}
