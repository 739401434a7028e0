package broadsheet.cli.keep;

import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.export.ExportFormat;
import broadsheet.export.ExportedList;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code list export} command. */
@Command(name = "export", description = "Writes a list with its notes.")
final class ListExportCommand implements Callable<Integer> {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description =
          "csv, ris, bib, jsonl, md (Markdown) or html (with the whole texts). Default:"
              + " ${DEFAULT-VALUE}.")
  private ExportFormat format = ExportFormat.CSV;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to this file. Default: prints it.")
  private @Nullable Path file;

  @Mixin private BomOption bom;
  @Mixin private NamedListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ReadingList list = options.required();
    try (SearchEngine engine = options.common().search(Engine.TIME_LIMIT);
        OutputStream out = new BufferedOutputStream(out())) {
      List<ListedArticle> articles = ListedArticle.of(options.lists().entries(list.id()), engine);
      format.write(new ExportedList(list, articles, engine, ""), bom.mark(), out);
    } catch (IOException e) {
      throw new UsageException("The list cannot be written (%s).".formatted(e.getMessage()), e);
    }
    return ExitCode.DONE;
  }

  private OutputStream out() throws IOException {
    return file == null ? printed() : Files.newOutputStream(file);
  }

  /** Buffers the output and prints it on close. */
  private OutputStream printed() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        PrintWriter out = TerminalOutput.data(spec.commandLine().getOut());
        out.print(toString(StandardCharsets.UTF_8));
        out.flush();
      }
    };
  }
}
