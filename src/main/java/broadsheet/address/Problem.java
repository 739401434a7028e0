package broadsheet.address;

/**
 * The reason why an address cannot be answered: RFC 9457 problem JSON for programs, a readable page
 * for people.
 *
 * @param title the problem in a few words
 * @param status the HTTP status
 * @param detail the cause and what to do, in a sentence or two
 */
public record Problem(String title, int status, String detail) {

  /** The media type of a problem as JSON. */
  public static final String JSON = "application/problem+json";

  /** The longest address and headers accepted, together. */
  public static final int LONGEST_HEAD_BYTES = 64 * 1024;

  public static Problem badRequest(String detail) {
    return new Problem("Wrong parameter", 400, detail);
  }

  public static Problem noArticle(String id) {
    return new Problem("No such article", 404, "This archive has no article “" + id + "”.");
  }

  /**
   * The problem if no article has a name.
   *
   * @param kind {@code person}, {@code organisation} or {@code place}
   */
  public static Problem noName(String kind, String name, String lookedAt) {
    return new Problem(
        "No such name",
        404,
        "No article of this archive is known to name the %s “%s”. %s"
            .formatted(kind, name, lookedAt));
  }

  public static Problem withdrawnArticle(String id) {
    return new Problem(
        "Withdrawn article",
        410,
        "The article “%s” was withdrawn by its agency. Its headline and text are no longer shown."
            .formatted(id));
  }

  public static Problem unreadableIndex() {
    return unsearchable("The index could not be read.");
  }

  /** The problem if a request meets damage that other requests may not meet. */
  public static Problem damagedIndex() {
    return new Problem(
        "The index is damaged",
        503,
        "This request needs a damaged part of the index. On the server, ./broadsheet check names"
            + " the damaged file, and ./broadsheet index PATH rebuilds the index.");
  }

  /**
   * The problem while no search can be answered.
   *
   * @param fault the reason, in a sentence
   */
  public static Problem unsearchable(String fault) {
    return new Problem(
        "The archive cannot be searched right now",
        503,
        fault + " See the server’s log for details.");
  }

  public static Problem busy() {
    return new Problem(
        "Too many costly queries",
        503,
        "The server is busy with other costly queries. Try again in a moment, or simplify"
            + " the query: fewer words, or more letters before a wildcard.");
  }

  /** The problem for a status that needs no further explanation. */
  public static Problem of(int status) {
    return switch (status) {
      case 400 -> new Problem("Bad request", 400, "The server could not understand the address.");
      case 404 -> new Problem("Nothing at this address", 404, "There is no page at this address.");
      case 405 -> new Problem("Read-only", 405, "This address only accepts GET and HEAD.");
      case 408 -> new Problem("Request too slow", 408, "The request did not arrive in time.");
      case 414 ->
          new Problem(
              "Address too long",
              414,
              "The address is longer than %s kB. Shorten the query."
                  .formatted(LONGEST_HEAD_BYTES / 1024));
      case 421 ->
          new Problem(
              "Wrong server name",
              421,
              "This server does not answer to this name. To allow it, start the server with"
                  + " --public-url and the address that readers use.");
      case 431 ->
          new Problem(
              "Request head too large",
              431,
              "The address and headers are longer than %s kB. Shorten the query."
                  .formatted(LONGEST_HEAD_BYTES / 1024));
      case 503 -> new Problem("Not available", 503, "The server is stopping.");
      default ->
          status < 500
              ? new Problem("The request was refused", status, "The server does not accept it.")
              : new Problem(
                  "Something went wrong",
                  status,
                  "This is our fault, not yours. See the server’s log for details.");
    };
  }
}
