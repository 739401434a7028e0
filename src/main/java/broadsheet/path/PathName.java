package broadsheet.path;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a path as text: the same text in every locale, a different one for every file, and
 * printable. On Linux and macOS a name is a row of bytes. Bytes that are UTF-8 are written as their
 * characters, and any other byte as in {@code caf\xE9}. A backslash in the name that could be taken
 * for such a byte is written {@code \x5C}.
 *
 * <p>{@link Path#toString} decodes the bytes in the locale's character set instead, and writes all
 * bytes outside that set alike. {@link Path#of(String, String...)} refuses characters outside the
 * set. Both are for display and for our own names only.
 */
public final class PathName {

  /** Text that reads like a byte: a backslash, or a byte beyond ASCII, which all the others are. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\x(5C|[89A-F][0-9A-F])");

  /** Characters that mean themselves to every shell. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=,@%+-]+");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final char LOST = '\uFFFD';
  private static final Path ROOT = Path.of(File.separator);

  /** On other systems a name is a row of characters. */
  private static final boolean ARE_BYTES = File.separatorChar == '/';

  /** Whether Java reads names as UTF-8, as it does on macOS whatever the locale. */
  private static final boolean IS_UTF_8 =
      "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

  private PathName() {}

  /** The text of a path, absolute or not. */
  public static String of(Path path) {
    String shown = path.toString();
    return isFaithful(shown) ? shown : ofBytes(bytes(path));
  }

  /**
   * The path with a text.
   *
   * @throws InvalidPathException if no file can have that name
   */
  public static Path toPath(String text) {
    return isFaithful(text) ? Path.of(text) : path(bytes(text));
  }

  /** The text of a path with exactly these characters, even if some read like a byte. */
  public static String literal(CharSequence name) {
    return ESCAPED.matcher(name).replaceAll("\\\\x5Cx$1");
  }

  /** The text of a path for a command line: in quotes where a shell would read it otherwise. */
  public static String quoted(Path path) {
    String text = of(path);
    return quoted(text.startsWith("-") ? "./" + text : text);
  }

  /** A word for a command line. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A file beside another, with the same name and more before and after it. */
  public static Path sibling(Path file, String before, String after) {
    Path name = Objects.requireNonNull(file.getFileName());
    return file.resolveSibling(toPath(before + of(name) + after));
  }

  /** A path without links, as far as it exists. */
  public static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    try {
      return parent == null || Files.exists(whole)
          ? path.toRealPath()
          : parent.toRealPath().resolve(whole.getFileName());
    } catch (IOException e) {
      return whole; // not readable
    }
  }

  /** Whether Java reads and writes these characters as this class does, which is quicker. */
  private static boolean isFaithful(String text) {
    if (!ARE_BYTES) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && (!IS_UTF_8 || c == LOST)) {
        return false;
      }
    }
    return text.indexOf('\\') < 0 || !ESCAPED.matcher(text).find();
  }

  /** The text of a path with these bytes. */
  public static String ofBytes(byte[] name) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(name);
    CharBuffer read = CharBuffer.allocate(name.length);
    StringBuilder text = new StringBuilder();
    while (in.hasRemaining()) {
      CoderResult result = utf8.decode(in, read, true);
      text.append(literal(read.flip()));
      read.clear();
      for (int i = result.isError() ? result.length() : 0; i > 0; i--) {
        text.append("\\x").append(HEX.toHexDigits(in.get()));
      }
    }
    return text.toString();
  }

  static byte[] bytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    Matcher escaped = ESCAPED.matcher(text);
    int from = 0;
    while (escaped.find()) {
      bytes.put(text.substring(from, escaped.start()).getBytes(StandardCharsets.UTF_8));
      bytes.put((byte) HexFormat.fromHexDigits(escaped.group(1)));
      from = escaped.end();
    }
    bytes.put(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** The bytes of a path, which Java shows in its address only. */
  private static byte[] bytes(Path path) {
    String address = ROOT.resolve(path).toUri().getRawPath();
    boolean isFolder = address.length() > 1 && address.endsWith("/");
    int end = address.length() - (isFolder ? 1 : 0);
    ByteBuffer bytes = ByteBuffer.allocate(end);
    int at = path.isAbsolute() ? 0 : 1;
    while (at < end) {
      boolean isEncoded = address.charAt(at) == '%';
      bytes.put(
          isEncoded
              ? (byte) HexFormat.fromHexDigits(address, at + 1, at + 3)
              : (byte) address.charAt(at));
      at += isEncoded ? 3 : 1;
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static Path path(byte[] name) {
    StringBuilder address = new StringBuilder("file:///");
    for (byte each : name) {
      if (each == 0) {
        throw new InvalidPathException(ofBytes(name), "Nul character not allowed");
      }
      boolean isSlash = each == '/';
      if (isSlash && address.charAt(address.length() - 1) != '/') {
        address.append('/');
      } else if (!isSlash) {
        address.append('%').append(HEX.toHexDigits(each));
      }
    }
    Path path = Path.of(URI.create(address.toString()));
    boolean isAbsolute = name.length > 0 && name[0] == '/';
    return isAbsolute ? path : path.subpath(0, path.getNameCount());
  }
}
