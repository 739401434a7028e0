package broadsheet.corpus.spoken;

import java.util.List;

/**
 * A transcript as its file has it. Immutable.
 *
 * @param cues in the order of the file
 * @param isCutOff whether the file ends too early
 */
record Transcript(Facts facts, List<SpokenCue> cues, boolean isCutOff) {

  /**
   * The facts that a file states of itself; empty where it states none.
   *
   * @param language as stated
   * @param media the address of the recording on the web
   */
  record Facts(String title, String language, String media) {
    static final Facts NONE = new Facts("", "", "");
  }

  Transcript {
    cues = List.copyOf(cues);
  }
}
