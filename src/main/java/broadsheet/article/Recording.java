package broadsheet.article;

/**
 * The recording of an article that was spoken. Immutable.
 *
 * @param label the name of its file, or of the transcript if there is no file; never empty, without
 *     tabs
 * @param media its sound or picture: an absolute path, or an address on the web; empty if unknown
 */
public record Recording(String label, String media) implements Part {

  /**
   * @throws IllegalArgumentException if the label is empty or has a tab
   */
  public Recording {
    if (label.isEmpty() || label.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("not the name of a recording: '" + label + "'");
    }
  }

  public boolean hasMedia() {
    return !media.isEmpty();
  }
}
