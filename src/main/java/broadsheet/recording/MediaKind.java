package broadsheet.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of recordings that browsers play. */
public enum MediaKind {
  MP3("audio/mpeg", "mp3", "ID3.*|\u00ff[\u00e0-\u00ff].*"),
  M4A("audio/mp4", "m4a", ".{4}ftyp.*"),
  MP4("video/mp4", "mp4|m4v", ".{4}ftyp.*"),
  WEBM("video/webm", "webm", "\u001aE\u00df\u00a3.*"),
  OGG_AUDIO("audio/ogg", "ogg|oga|opus", "OggS.*"),
  OGG_VIDEO("video/ogg", "ogv", "OggS.*"),
  WAV("audio/wav", "wav", "RIFF.{4}WAVE.*"),
  FLAC("audio/flac", "flac", "fLaC.*");

  /** Number of leading bytes that show the kind. */
  static final int HEAD = 64;

  private final String mediaType;
  private final Pattern extension;

  /** Its first bytes, one character for each. */
  private final Pattern beginning;

  MediaKind(String mediaType, String extension, String beginning) {
    this.mediaType = mediaType;
    this.extension = Pattern.compile(extension);
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it may have a picture. */
  public boolean isVideo() {
    return mediaType.startsWith("video/");
  }

  /** The kind that the name of a file says it is; empty if it is another one. */
  static Optional<MediaKind> named(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.extension.matcher(extension).matches())
        .findFirst();
  }

  /** Whether a file of this kind begins with these bytes. */
  boolean begins(byte[] head) {
    return beginning.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
  }
}
