package broadsheet.cli;

import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Restores the command-line arguments that Java could not decode. Java decodes them in the locale's
 * character set, which replaces all characters that it lacks: those of a path in another encoding,
 * or any accent under {@code LC_ALL=C}. Linux keeps the bytes.
 */
public final class TypedArguments {
  private static final char LOST = '\uFFFD';

  private TypedArguments() {}

  /** The arguments, with lost characters restored as in {@link PathName} if the system can tell. */
  public static String[] of(String... decoded) {
    boolean isLost = Arrays.stream(decoded).anyMatch(argument -> argument.indexOf(LOST) >= 0);
    return isLost ? typed(decoded, Path.of("/proc/self/cmdline")) : decoded;
  }

  /**
   * @param commandLine the file with the whole command line, each argument ended by a zero
   */
  static String[] typed(String[] decoded, Path commandLine) {
    try {
      // Every byte is one character of Latin-1.
      String bytes = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
      String[] all = bytes.split("\0", -1);
      int first = all.length - 1 - decoded.length; // the last is what follows the last zero
      return first < 0 ? decoded : typed(decoded, Arrays.copyOfRange(all, first, all.length - 1));
    } catch (IOException e) {
      return decoded;
    }
  }

  private static String[] typed(String[] decoded, String[] bytes) {
    String[] typed = decoded.clone();
    for (int i = 0; i < typed.length; i++) {
      if (typed[i].indexOf(LOST) >= 0) {
        typed[i] = PathName.ofBytes(bytes[i].getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return typed;
  }
}
