package broadsheet.ledger;

/**
 * Whether the index is kept up to date while it is served, as reported by {@code /healthz} and
 * {@code /metrics}.
 *
 * @param status what the watch is doing
 * @param reason why the watch has failed; empty if it works or nothing is watched
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
