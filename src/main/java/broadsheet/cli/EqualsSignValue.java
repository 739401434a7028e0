package broadsheet.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Parses the optional value of an option only in the form {@code --option=value}, since what stands
 * after a blank is a path. The option alone has its fallback value.
 */
final class EqualsSignValue implements IParameterPreprocessor {

  /** The name under which picocli states what separates the option from its value. */
  private static final String SEPARATOR = "separator";

  @Override
  @SuppressWarnings("JdkObsolete") // the interface is picocli's
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!"=".equals(info.get(SEPARATOR)) && option instanceof OptionSpec alone) {
      args.push(alone.fallbackValue());
    }
    return false;
  }
}
