package broadsheet.verify;

import java.util.Locale;

/** The relation of a claim to what the archive says. */
public enum Verdict {
  /** An article has the same words. */
  VERBATIM,
  /** An article has nearly the same words; {@link ChangeKind} names the gravest difference. */
  ALTERED,
  /** Words of an article were left out. */
  SHORTENED,
  /** Words from two places were joined. */
  SPLICED,
  /** An article has the same words, and another says them there. */
  MISATTRIBUTED,
  /** No article has these words or nearly these. */
  ABSENT;

  /** Its name in data. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
