package broadsheet.cli.common;

import broadsheet.path.PathName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a path from the command line: as it is typed, or as the ledger prints it if there is no
 * such file.
 */
public final class PathArgument implements ITypeConverter<Path> {

  @Override
  public Path convert(String typed) {
    try {
      Path asPrinted = PathName.toPath(typed);
      Path literal = PathName.toPath(PathName.literal(typed));
      return Files.exists(literal) ? literal : asPrinted;
    } catch (InvalidPathException e) {
      throw new TypeConversionException("“%s” is not a valid file name.".formatted(typed));
    }
  }
}
