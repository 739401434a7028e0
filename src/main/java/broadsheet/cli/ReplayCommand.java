package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptException;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Receipts;
import broadsheet.receipt.Replay;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code replay} command: repeats the search of a receipt and compares the articles found. */
@Command(
    name = "replay",
    description =
        "Repeats the search of a receipt in the archive as it is now: says that the same is found,"
            + " or which articles are new, gone or changed, and what may be why.",
    footer = {
      "",
      "Exit code: 0 the same is found, 1 something else, 2 error, 4 not comparable, because not"
          + " all articles were looked at."
    })
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The receipt; - for standard input.")
  private Path file = Path.of("-");

  @Option(names = "--json", description = "Prints the outcome as JSON, with every article.")
  private boolean isJson;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    Receipt receipt = receipt();
    try (SearchEngine engine = common.search(limit.duration())) {
      Replay replay =
          new Receipts(
                  engine,
                  parsed -> common.lookedUp(parsed, engine),
                  Clock.system(ZoneId.systemDefault()),
                  () -> {})
              .replayed(receipt);
      PrintWriter out = spec.commandLine().getOut();
      if (isJson) {
        out.println(new ObjectMapper().writeValueAsString(replay));
      } else {
        new ReplayPrinter(out).print(receipt, replay);
      }
      return switch (replay.outcome()) {
        case SAME -> ExitCode.DONE;
        case DIFFERENT -> ExitCode.DIFFERENT;
        case NOT_COMPARABLE -> ExitCode.NOT_COMPARABLE;
      };
    }
  }

  private Receipt receipt() {
    try (InputStream bytes = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      return ReceiptFile.read(bytes);
    } catch (ReceiptException e) {
      throw new UsageException("Cannot replay %s: %s.".formatted(file, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file %s.".formatted(file), e);
    } catch (IOException e) {
      throw new UsageException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
    }
  }
}
