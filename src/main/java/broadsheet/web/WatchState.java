package broadsheet.web;

/**
 * Whether the index is kept up to date while it is served, as {@code /healthz} and {@code /metrics}
 * report it.
 *
 * @param status what the watch is doing
 * @param reason why it does not do its work; empty where it does, and where nothing is watched
 */
public record WatchState(Status status, String reason) {

  /** What a watch is doing. */
  public enum Status {
    /** Nothing is watched. */
    OFF,
    /** Changes are taken in. */
    RUNNING,
    /** It runs, but changes cannot be taken in at present. */
    TROUBLED,
    /** It has ended; changes are not taken in until the server is restarted. */
    STOPPED
  }

  /** Nothing is watched. */
  public static WatchState off() {
    return new WatchState(Status.OFF, "");
  }

  /** Changes are taken in. */
  public static WatchState running() {
    return new WatchState(Status.RUNNING, "");
  }

  /** Whether changes are taken in, or nobody expects that. */
  boolean isWell() {
    return status == Status.OFF || status == Status.RUNNING;
  }
}
