package broadsheet.recognize;

/**
 * An installed Tesseract. Immutable.
 *
 * @param program its absolute path
 * @param data the folder of its languages as the environment names it; empty for its own
 * @param version such as {@code 5.5.0}
 * @param languages the languages to recognize, such as {@code eng+deu}
 */
public record Tesseract(String program, String data, String version, String languages) {}
