package broadsheet.corpus.text;

import java.util.List;

/** Removes the headline that some systems repeat above the text. */
public final class RepeatedTitle {
  private RepeatedTitle() {}

  /** The paragraphs without a first one that is the title. A text that is only the title stays. */
  public static List<String> removed(String title, List<String> paragraphs) {
    boolean isRepeated = paragraphs.size() > 1 && paragraphs.getFirst().equals(title);
    return isRepeated ? paragraphs.subList(1, paragraphs.size()) : paragraphs;
  }
}
