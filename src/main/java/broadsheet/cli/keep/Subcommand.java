package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command for something that readers keep, with the options of every command. */
abstract class Subcommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  CommonOptions common() {
    return common;
  }

  CommandSpec spec() {
    return spec;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The error of a command that is not typed like this. */
  ParameterException usage(String forms) {
    return new ParameterException(spec.commandLine(), "Usage: " + forms);
  }
}
