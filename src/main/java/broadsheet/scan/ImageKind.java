package broadsheet.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of images that can be shown. */
enum ImageKind {
  JPEG("image/jpeg", ".+\\.jpe?g", "\u00ff\u00d8\u00ff.*"),
  PNG("image/png", ".+\\.png", "\u0089PNG.*"),
  GIF("image/gif", ".+\\.gif", "GIF8[79]a.*"),
  /** Must be drawn, because browsers do not show it. */
  TIFF("image/tiff", ".+\\.tiff?", "(?:II\\*\0|MM\0\\*).*"),
  /** Drawn where a program to decode it is installed. A file, or the codestream of one. */
  JPEG_2000(
      "image/jp2", ".+\\.(?:jp2|j2k|jpf|jpx)", "(?:\0\0\0\fjP  \r\n\u0087\n|\u00ffO\u00ffQ).*"),
  /** Drawn page by page. Some programs write a few lines above it. */
  PDF("application/pdf", ".+\\.pdf", ".*%PDF-.*");

  /** Number of leading bytes that identify the kind. */
  static final int HEAD = 1024;

  private final String mediaType;
  private final Pattern name;

  /** Its first bytes, one character for each. */
  private final Pattern beginning;

  ImageKind(String mediaType, String name, String beginning) {
    this.mediaType = mediaType;
    this.name = Pattern.compile(name, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether browsers show such a file unchanged. */
  boolean isShownAsItIs() {
    return this == JPEG || this == PNG || this == GIF;
  }

  /** The kind of a file by its first bytes; empty if it is another one. */
  static Optional<ImageKind> of(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(kind -> kind.beginning.matcher(start).matches())
        .findFirst();
  }

  /** The kind that the extension of a path names; empty if it is none of these. */
  static Optional<ImageKind> named(String path) {
    return Arrays.stream(values()).filter(kind -> kind.name.matcher(path).matches()).findFirst();
  }
}
