package broadsheet.lucene.semantic;

import org.apache.lucene.util.BytesRef;

/**
 * An article of which an index has passages.
 *
 * @param article its fingerprint
 * @param passages the number of its passages
 * @param present how many of them there are: fewer where the program that made them was killed
 */
public record PassageArticle(BytesRef article, int passages, int present) {

  /** Whether all of them are there. */
  public boolean isWhole() {
    return present >= passages;
  }
}
