package broadsheet.corpus.pack;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipException;

/**
 * A fault in the bytes of a file or of something packed in it. Everything read through it meets the
 * same fault, but the ledger gets it only once.
 */
public final class Damage extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public static final String CUT_OFF = "ends too early: cut off or damaged";
  public static final String DAMAGED = "damaged compressed data";

  private final String reason;
  private final String detail;
  private boolean isEntered;

  public Damage(String reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  public Damage(String reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  /** A fault reported by a decompressor or archive reader. */
  public static Damage unpacking(Throwable cause) {
    String message = Objects.toString(cause.getMessage(), "");
    return new Damage(isCutOff(cause, message) ? CUT_OFF : DAMAGED, message, cause);
  }

  private static boolean isCutOff(Throwable cause, String message) {
    String said = message.toLowerCase(Locale.ROOT);
    return cause instanceof EOFException
        || said.startsWith("truncated")
        || said.startsWith("unexpected end")
        || said.startsWith("not enough input");
  }

  /** The reason for a failure, as one of a few sentences. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException x -> "gone before it could be read";
      case FileNotFoundException x -> "gone before it could be read";
      case AccessDeniedException x -> "no permission to read it";
      case FileSystemLoopException x -> "a link that leads back to itself";
      case EOFException x -> CUT_OFF;
      case ZipException x -> DAMAGED;
      default -> "could not be read";
    };
  }

  public static String detail(IOException e) {
    return switch (e) {
      case NoSuchFileException x -> "";
      case AccessDeniedException x -> "";
      default -> Objects.toString(e.getMessage(), "");
    };
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  /** True on the first call only, when the fault must be entered in the ledger. */
  public boolean isNew() {
    boolean isNew = !isEntered;
    isEntered = true;
    return isNew;
  }
}
