package broadsheet.engine;

/** The treatment of names in an indexing session. */
public enum NameMode {
  /** Goes on as the archive is; a new archive has no names. */
  AS_IS,
  /** Looks for no names, and drops those that were found. */
  NONE,
  /** Looks for names in all articles, and decides them where enough has changed. */
  FIND,
  /** Decides the names of the archive anew, however little has changed. */
  DECIDE
}
