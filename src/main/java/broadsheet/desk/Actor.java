package broadsheet.desk;

/**
 * A reader or operator of the desk, with the rights to its lists and searches. Lists and searches
 * without an owner were made by the operator or on a server without users: such a search, and such
 * a list once it is shared, belongs to all users. Immutable.
 *
 * @param user a name from outside; empty on a server without users, where all readers are one actor
 * @param isOperator whether this is the operator at the command line, who may do everything
 */
public record Actor(String user, boolean isOperator) {

  /** The operator, whose lists and searches have no owner. */
  public static final Actor OPERATOR = operator("");

  /** A user of the server, with an empty name where there are no users. */
  public static Actor user(String name) {
    return new Actor(name, false);
  }

  /** The operator acting for a user, who will own the lists and searches. */
  public static Actor operator(String user) {
    return new Actor(user, true);
  }

  /** Whether this actor may see, change and remove a search. */
  public boolean owns(SavedSearch search) {
    return isOperator || search.owner().isEmpty() || search.owner().equals(user);
  }

  /** Whether this actor may rename, share and remove a list. */
  public boolean owns(ReadingList list) {
    return isOperator || list.owner().equals(user) || list.isOfAllUsers();
  }

  /**
   * The sharing that a list gets when this actor wants to change it. A user cannot unshare a list
   * that belongs to all users, since then none of them would see it.
   */
  public Sharing sharing(ReadingList list, Sharing wanted) {
    boolean isLost = wanted == Sharing.PRIVATE && list.isOfAllUsers() && !user.isEmpty();
    return isLost && !isOperator ? list.sharing() : wanted;
  }

  public boolean sees(ReadingList list) {
    return list.isShared() || owns(list);
  }

  /** Whether this actor may change the articles and notes of a list. */
  public boolean edits(ReadingList list) {
    return list.sharing() == Sharing.EDIT || owns(list);
  }

  /**
   * Requires that this actor {@link #owns} a list.
   *
   * @throws NotOwnerException when not
   */
  public void requireOwned(ReadingList list) {
    if (!owns(list)) {
      throw new NotOwnerException(
          "“%s” belongs to %s, who alone may rename, share or delete it."
              .formatted(list.name(), list.owner()));
    }
  }

  /**
   * Requires that this actor {@link #edits} a list.
   *
   * @throws NotOwnerException when not
   */
  public void requireEditable(ReadingList list) {
    if (!edits(list)) {
      throw new NotOwnerException(
          "“%s” belongs to %s, who lets others read it but not change it."
              .formatted(list.name(), list.owner()));
    }
  }

  /**
   * Requires that this actor {@link #owns} a search.
   *
   * @throws NotOwnerException when not
   */
  public void requireOwned(SavedSearch search) {
    if (!owns(search)) {
      throw new NotOwnerException("This search belongs to another user.");
    }
  }
}
