package broadsheet.engine.request;

/** The versions of articles that are searched. */
public enum VersionScope {
  /** Of each article the latest one that the archive has. */
  LATEST,
  /** All of them, each as an article of its own. */
  ALL
}
