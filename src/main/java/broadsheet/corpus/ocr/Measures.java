package broadsheet.corpus.ocr;

/**
 * Parses the numbers in OCR output, such as coordinates and confidences, which may be missing or
 * wrong. Stateless.
 */
public final class Measures {
  /** No page is as long in any unit. */
  private static final double LONGEST = 1e7;

  private Measures() {}

  /** A length or position; 0 if it is none. */
  public static double number(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return 0;
    }
    int whole = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i > 7) {
        return decimal(text);
      }
      whole = 10 * whole + (c - '0');
    }
    return whole;
  }

  private static double decimal(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) && Math.abs(value) < LONGEST ? value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A confidence from 0 to 1; {@link OcrWord#NO_CONFIDENCE} if it is none. */
  static float confidence(String text) {
    if (text.isEmpty()) {
      return OcrWord.NO_CONFIDENCE;
    }
    double value = decimal(text);
    return value >= 0 && value <= 1 && Character.isDigit(text.strip().charAt(0))
        ? (float) value
        : OcrWord.NO_CONFIDENCE;
  }

  /** A confidence from 0 to 100 as one from 0 to 1; {@link OcrWord#NO_CONFIDENCE} if it is none. */
  static float percent(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return OcrWord.NO_CONFIDENCE;
    }
    double value = decimal(text);
    return value <= 100 ? (float) (value / 100) : OcrWord.NO_CONFIDENCE;
  }
}
