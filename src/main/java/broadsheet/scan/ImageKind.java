package broadsheet.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of images that browsers show as they are. */
public enum ImageKind {
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  PNG("image/png", "\u0089PNG");

  /** How many bytes identify the kind. */
  static final int HEAD = 4;

  private final String mediaType;

  /** The first bytes, one character for each. */
  private final String beginning;

  ImageKind(String mediaType, String beginning) {
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The kind of a file by its first bytes; empty if it is another one. */
  static Optional<ImageKind> of(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(kind -> start.startsWith(kind.beginning)).findFirst();
  }

  /** Whether a name has the ending of one of these kinds. */
  static boolean isNamed(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
  }
}
