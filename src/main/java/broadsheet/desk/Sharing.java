package broadsheet.desk;

/** The rights of users other than its owner to a list. */
public enum Sharing {
  /** Nothing: they do not see it. */
  PRIVATE,

  /** See its articles and notes. */
  READ,

  /** See and change its articles and notes. */
  EDIT;

  /**
   * The sharing that a form asks for.
   *
   * @param isEditable has no effect on a list that is not shared
   */
  public static Sharing of(boolean isShared, boolean isEditable) {
    if (!isShared) {
      return PRIVATE;
    }
    return isEditable ? EDIT : READ;
  }
}
