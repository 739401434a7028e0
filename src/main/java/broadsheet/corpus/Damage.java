package broadsheet.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Objects;

/**
 * What is wrong with the bytes of a file or of something packed in it. The same damage is met again
 * by everything that is read through it; the ledger has it once.
 */
final class Damage extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  static final String CUT_OFF = "ends too early: cut off or damaged";
  static final String DAMAGED = "damaged compressed data";

  private final String reason;
  private final String detail;
  private boolean isEntered;

  Damage(String reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  Damage(String reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  /** What a decompressor or an archive's reader complained of. */
  static Damage unpacking(Throwable cause) {
    String unnamed = cause instanceof EOFException ? "" : cause.getClass().getSimpleName();
    String message = Objects.toString(cause.getMessage(), unnamed);
    return new Damage(isCutOff(cause, message) ? CUT_OFF : DAMAGED, message, cause);
  }

  private static boolean isCutOff(Throwable cause, String message) {
    String said = message.toLowerCase(Locale.ROOT);
    return cause instanceof EOFException
        || said.startsWith("truncated")
        || said.startsWith("unexpected end")
        || said.startsWith("not enough input");
  }

  String reason() {
    return reason;
  }

  String detail() {
    return detail;
  }

  /** True the first time it is asked: then it belongs into the ledger. */
  boolean isNew() {
    boolean isNew = !isEntered;
    isEntered = true;
    return isNew;
  }
}
