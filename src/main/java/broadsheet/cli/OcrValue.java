package broadsheet.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes only what follows an equals sign as the value of {@code --ocr}, since the name of a folder
 * may look like languages.
 */
final class OcrValue implements IParameterPreprocessor {
  /** The value of the option alone. */
  static final String USUAL = "eng";

  /** The name under which picocli states what separates the option from its value. */
  private static final String SEPARATOR = "separator";

  @Override
  @SuppressWarnings("JdkObsolete") // the interface is picocli's
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!"=".equals(info.get(SEPARATOR))) {
      args.push(USUAL);
    }
    return false;
  }
}
