package broadsheet.engine.request;

/** The versions of articles that are searched. */
public enum VersionScope {
  /** The latest one of each article that the archive has. */
  LATEST,
  /** All of them, each as an article of its own. */
  ALL
}
