package broadsheet.receipt;

import org.jspecify.annotations.Nullable;

/** A file is no receipt that can be read. The message says why, in a sentence. */
public final class ReceiptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReceiptException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
