package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Printable;
import broadsheet.verify.Claim;
import broadsheet.verify.ClaimVerification;
import broadsheet.verify.DraftClaims;
import broadsheet.verify.DraftFile;
import broadsheet.verify.DraftReport;
import broadsheet.verify.DraftTable;
import broadsheet.verify.FoundPlace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code verify} command: looks for the quotations of a draft in the archive. */
@Command(
    name = "verify",
    description =
        "Checks a draft: whether each of its quotations stands in the archive word for word, was"
            + " altered, shortened, spliced, is said by another there, or is absent. It says what"
            + " is in this archive, not what is true.",
    footer = {
      "",
      "Exit code: 0 every quotation stands in the archive, 1 one does not, 2 error, 4 there is"
          + " nothing to check."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final int LONGEST = 5 * 1024 * 1024;

  @Parameters(
      paramLabel = "FILE",
      description = "The draft: text, DOCX, RTF, PDF or HTML, up to 5 MB; - for standard input.")
  private Path file = Path.of("-");

  @Option(names = "--sentences", description = "Checks sentences without quotations as well.")
  private boolean hasSentences;

  @Option(names = "--json", description = "Prints the verdicts as JSON.")
  private boolean isJson;

  @Option(names = "--csv", description = "Prints the verdicts as a CSV table.")
  private boolean isTable;

  @Option(
      names = "--receipt",
      description = "Prints the verdicts as JSON without any word of the draft, to be kept.")
  private boolean isReceipt;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String text = text();
    List<Claim> claims = DraftClaims.in(text, hasSentences);
    try (SearchEngine engine = common.search(limit.duration())) {
      DraftReport report =
          DraftReport.of(
              DraftReport.digest(text),
              claims.size(),
              new ClaimVerification(engine).check(claims),
              engine);
      print(report);
      if (claims.isEmpty()) {
        return ExitCode.NOT_COMPARABLE;
      }
      return report.isConfirmed() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }
  }

  private String text() {
    try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new UsageException("%s is longer than 5 MB.".formatted(file));
      }
      return DraftFile.text(bytes, LocalDate.now(ZoneId.systemDefault()))
          .orElseThrow(() -> new UsageException("There is no text in %s.".formatted(file)));
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file %s.".formatted(file), e);
    } catch (IOException e) {
      throw new UsageException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
    }
  }

  private void print(DraftReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (isTable) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DraftTable.write(report, bytes);
      PrintWriter data = TerminalOutput.data(out);
      data.print(bytes.toString(StandardCharsets.UTF_8));
      data.flush();
    } else if (isJson || isReceipt) {
      out.println(json(report));
    } else {
      report.findings().forEach(row -> print(row, out));
      out.println(report.lookedAt());
    }
  }

  private String json(DraftReport report) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    return isReceipt
        ? mapper.writeValueAsString(report.receipt())
        : mapper.writeValueAsString(report);
  }

  private static void print(DraftReport.Row row, PrintWriter out) {
    out.println(
        Printable.line(
            "%s. %s: “%s”%s"
                .formatted(
                    row.number(),
                    row.verdict().toUpperCase(Locale.ROOT),
                    row.text(),
                    row.speaker().isEmpty() ? "" : " (" + row.speaker() + ")")));
    row.changes().forEach(change -> out.println("   " + Printable.line(DraftTable.text(change))));
    for (FoundPlace place : row.places().stream().limit(2).toList()) {
      out.println(
          Printable.line(
              "   %s, %s, %s%s: %s"
                  .formatted(
                      place.date().isEmpty() ? "undated" : place.date(),
                      place.source().isEmpty() ? "no source" : place.source(),
                      place.id(),
                      place.speaker().isEmpty() ? "" : ", said by " + place.speaker(),
                      place.match())));
    }
  }
}
