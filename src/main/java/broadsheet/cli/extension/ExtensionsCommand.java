package broadsheet.cli.extension;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.extension.host.ExtensionContract;
import broadsheet.extension.host.ExtensionContract.Finding;
import broadsheet.extension.host.Extensions;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code extensions} command: lists the installed extensions, or tries one. */
@Command(
    name = "extensions",
    description =
        "Lists the formats and exports of the jars in extensions/ beside the launcher, or tries a"
            + " jar on sample files.")
public final class ExtensionsCommand implements Callable<Integer> {

  @Option(
      names = "--try",
      paramLabel = "JAR",
      description =
          "Tries this jar, installed or not, and prints which rules of the interface it keeps.")
  private @Nullable Path tried;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "With --try: sound files of the jar's formats, at least one of each.")
  private List<Path> samples = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return tried == null ? list(out) : examine(tried, out);
  }

  private int list(PrintWriter out) {
    if (!samples.isEmpty()) {
      throw new UsageException(
          "Files are for --try JAR FILE…: extensions alone lists what is there");
    }
    Extensions all = Extensions.installed();
    all.formats().forEach(each -> out.println(each.jar().name() + " reads " + each.name()));
    all.exporters().forEach(each -> out.println(each.jar().name() + " writes " + each.name()));
    if (!all.problems().isEmpty()) {
      return ExitCode.ERROR;
    }
    return all.equals(Extensions.NONE) ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private int examine(Path jar, PrintWriter out) {
    List<Finding> findings;
    try {
      if (!Files.isRegularFile(jar)) {
        throw new UsageException("There is no jar " + PathName.of(jar));
      }
      findings = ExtensionContract.examine(jar, samples);
    } catch (IOException e) {
      throw new UsageException("A sample cannot be read: " + WholeFile.reason(e), e);
    }
    for (Finding finding : findings) {
      out.println(
          finding.isKept()
              ? "ok      " + finding.rule()
              : "broken  " + finding.rule() + ": " + finding.fault());
    }
    return findings.stream().allMatch(Finding::isKept) ? ExitCode.DONE : ExitCode.ERROR;
  }
}
