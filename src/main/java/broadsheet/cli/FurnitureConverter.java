package broadsheet.cli;

import broadsheet.engine.FurnitureChange;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --furniture}. */
final class FurnitureConverter implements ITypeConverter<FurnitureChange> {

  @Override
  public FurnitureChange convert(String value) {
    int colon = value.indexOf(':');
    String way = colon < 0 ? value : value.substring(0, colon);
    Optional<String> source =
        colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1));
    return switch (way.toLowerCase(Locale.ROOT)) {
      case "hide" -> new FurnitureChange(true, source);
      case "show" -> new FurnitureChange(false, source);
      default ->
          throw new TypeConversionException(
              "'%s' is not hide or show, or one of them with a source, such as show:Gazette"
                  .formatted(value));
    };
  }
}
