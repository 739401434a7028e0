package broadsheet.cli;

import static broadsheet.operation.Parameters.HITS;

import broadsheet.address.ParameterReader;
import broadsheet.address.SearchParameters;
import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.export.BatchQueries;
import broadsheet.export.BatchTable;
import broadsheet.query.QueryParser;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code batch} command: answers many queries as a CSV table. */
@Command(
    name = "batch",
    description =
        "Answers many queries as a CSV table: for each, how it is read, how many articles match,"
            + " the first and last date, the sources, and a link. A line that is no query is a row"
            + " with a note.")
final class BatchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERIES",
      description =
          "A file with a query a line, each perhaps after its label and a tab; or a CSV table with"
              + " a column query and perhaps one label; - for standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to this file. Default: prints the table.")
  private @Nullable Path out;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = ListenAddress.USUAL_SITE,
      description = "The address of the server that the links lead to. Default: ${DEFAULT-VALUE}.")
  private String site = "";

  @Mixin private BomOption bom;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    BatchTable.Wanted wanted = OperationOptions.read(spec, "", this::wanted);
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    try (BufferedReader queries = queries();
        SearchEngine engine = common.search(limit.duration());
        OutputStream bytes = bytes()) {
      BatchTable rows =
          new BatchTable(
              engine,
              text -> common.lookedUp(QueryParser.parse(text, today), engine),
              wanted,
              bytes);
      new BatchQueries(queries).each(rows);
      rows.finish();
      return summed(rows);
    } catch (CharacterCodingException e) {
      throw new UsageException("%s is not UTF-8 text.".formatted(file), e);
    } catch (IOException e) {
      throw new UsageException(
          "The queries cannot be read, or the table cannot be written (%s)."
              .formatted(e.getMessage()),
          e);
    }
  }

  private BatchTable.Wanted wanted(ParameterReader reader) {
    SearchParameters shared = SearchParameters.of(reader);
    int hits = reader.number(HITS);
    reader.refuseComplaints();
    return new BatchTable.Wanted(
        hits, shared.match(), shared.filters(), bom.mark(), site.replaceAll("/+$", ""));
  }

  private int summed(BatchTable rows) {
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%,d %s, %,d broken%n",
            rows.queries(),
            rows.queries() == 1 ? "query" : "queries",
            rows.broken());
    return rows.queries() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private BufferedReader queries() throws IOException {
    return file.toString().equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }

  private OutputStream bytes() throws IOException {
    return out == null
        ? new PrintedBytes(TerminalOutput.data(spec.commandLine().getOut()))
        : new BufferedOutputStream(Files.newOutputStream(out));
  }

  /** Prints UTF-8 as it comes, without keeping it. */
  private static final class PrintedBytes extends OutputStream {
    private static final int PIECE = 8_192;

    private final PrintWriter out;
    private final byte[] bytes = new byte[PIECE];
    private int length;

    PrintedBytes(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void write(int next) {
      boolean isStart = (next & 0xC0) != 0x80;
      if (isStart && length > PIECE - Integer.BYTES) {
        flush();
      }
      bytes[length++] = (byte) next;
    }

    /** Called between characters only. */
    @Override
    public void flush() {
      out.print(new String(bytes, 0, length, StandardCharsets.UTF_8));
      out.flush();
      length = 0;
    }

    @Override
    public void close() {
      flush();
    }
  }
}
