package broadsheet.cli;

import broadsheet.address.SearchParameters;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Receipts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code receipt} command: records a search and the articles that it finds as JSON. */
@Command(
    name = "receipt",
    description =
        "Writes down a search as JSON: the query and how it is read, the state of the archive, and"
            + " every article found. With replay, the search can be repeated later.")
final class ReceiptCommand implements Callable<Integer> {

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "The query, as search takes it.")
  private List<String> query = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to this file. Default: prints the receipt.")
  private @Nullable Path out;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SearchParameters asked =
        OperationOptions.read(spec, TypedQuery.of(query, spec), SearchParameters::of);
    try (SearchEngine engine = common.search(limit.duration())) {
      common.requireMode(asked.mode(), engine);
      Receipt receipt =
          new Receipts(
                  engine,
                  parsed -> common.lookedUp(parsed, engine),
                  Clock.system(ZoneId.systemDefault()),
                  () -> {})
              .of(asked);
      write(receipt);
      return receipt.found().count() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private void write(Receipt receipt) {
    byte[] bytes = ReceiptFile.bytes(receipt);
    if (out == null) {
      PrintWriter printed = TerminalOutput.data(spec.commandLine().getOut());
      printed.println(new String(bytes, StandardCharsets.UTF_8));
      printed.flush();
      return;
    }
    try {
      Files.write(out, bytes);
    } catch (IOException e) {
      throw new UsageException(
          "The receipt cannot be written to %s (%s).".formatted(out, e.getMessage()), e);
    }
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%,d %s recorded in %s%n",
            receipt.found().count(),
            receipt.found().count() == 1 ? "article" : "articles",
            out);
  }
}
