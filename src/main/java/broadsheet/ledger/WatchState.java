package broadsheet.ledger;

/**
 * The state of the watch that keeps the index up to date while it is served, as reported by {@code
 * /healthz} and {@code /metrics}.
 *
 * @param status the activity of the watch
 * @param reason the cause of a failure of the watch; empty if it works or nothing is watched
 */
public record WatchState(Status status, String reason) {

  public enum Status {
    /** Nothing is watched. */
    OFF,
    /** Changes are being indexed. */
    RUNNING,
    /** The watch runs, but changes cannot be indexed at present. */
    TROUBLED,
    /** The watch has ended; changes are not indexed until the server is restarted. */
    STOPPED
  }

  public static WatchState off() {
    return new WatchState(Status.OFF, "");
  }

  public static WatchState running() {
    return new WatchState(Status.RUNNING, "");
  }

  /** Whether changes are being indexed, or nothing is watched. */
  public boolean isWell() {
    return status == Status.OFF || status == Status.RUNNING;
  }
}
