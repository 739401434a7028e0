package broadsheet.cli;

import broadsheet.engine.NameMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --names}. */
final class NameModeConverter implements ITypeConverter<NameMode> {

  @Override
  public NameMode convert(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "find" -> NameMode.FIND;
      case "decide" -> NameMode.DECIDE;
      case "off" -> NameMode.NONE;
      default ->
          throw new TypeConversionException("'%s' is not find, decide or off".formatted(value));
    };
  }
}
