package broadsheet.cli.common;

import broadsheet.engine.ArchiveCollection;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a collection. */
public final class CollectionConverter implements ITypeConverter<ArchiveCollection> {

  @Override
  public ArchiveCollection convert(String name) {
    return ArchiveCollection.named(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "“%s” is no name of a collection: give small letters, digits and hyphens, at most 64, such as afp"
                        .formatted(name)));
  }
}
