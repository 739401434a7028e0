package broadsheet.verify;

/** A kind of difference between a claim and an article, the gravest first. */
public enum ChangeKind {
  /** A word that denies was put in or left out. */
  NEGATION,
  /** A number. */
  NUMBER,
  /** A name. */
  NAME,
  /** Other words. */
  WORD,
  /** Words in brackets were put in, as an editor marks them. */
  BRACKETED,
  /** Words of the article were left out without a mark. */
  LEFT_OUT,
  /** Words were left out, and the claim marks it by an ellipsis. */
  ELLIPSIS
}
