package broadsheet.cli;

import broadsheet.engine.ArchivePart;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --part}. */
final class PartConverter implements ITypeConverter<ArchivePart> {

  @Override
  public ArchivePart convert(String value) {
    return ArchivePart.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a part, such as 2/4 for the second of four".formatted(value)));
  }
}
