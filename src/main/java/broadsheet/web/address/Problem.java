package broadsheet.web.address;

/**
 * Why an address cannot be answered: as data RFC 9457 problem JSON, as a page a readable one.
 *
 * @param title what went wrong, in a few words
 * @param status the HTTP status
 * @param detail what about it, and what to do, in a sentence or two
 */
public record Problem(String title, int status, String detail) {

  /** The longest address and headers together that are read. */
  public static final int LONGEST_HEAD_BYTES = 64 * 1024;

  public static Problem badRequest(String detail) {
    return new Problem("Wrong parameter", 400, detail);
  }

  public static Problem noArticle(String id) {
    return new Problem("No such article", 404, "This archive has no article “" + id + "”.");
  }

  public static Problem unreadableIndex() {
    return unsearchable("The index could not be read.");
  }

  /**
   * While no search can be answered.
   *
   * @param fault why, in a sentence
   */
  public static Problem unsearchable(String fault) {
    return new Problem(
        "The archive cannot be searched right now",
        503,
        fault + " The log of the server says more.");
  }

  public static Problem busy() {
    return new Problem(
        "Too many costly queries",
        503,
        "The server answers other costly queries just now. Try again in a moment, or ask for"
            + " something simpler: longer beginnings before a wildcard, fewer words.");
  }

  /** What to say of a status that says it all. */
  public static Problem of(int status) {
    return switch (status) {
      case 400 -> new Problem("Bad request", 400, "The address could not be understood.");
      case 404 -> new Problem("Nothing at this address", 404, "No page has this address.");
      case 405 -> new Problem("Only for reading", 405, "This address takes GET and HEAD.");
      case 408 -> new Problem("Request too slow", 408, "The request did not arrive in time.");
      case 414 ->
          new Problem(
              "Address too long",
              414,
              "The address is longer than %s kB. Shorten the query."
                  .formatted(LONGEST_HEAD_BYTES / 1024));
      case 421 ->
          new Problem(
              "Not the name of this server",
              421,
              "This server does not answer to this name. Started with --public-url and the"
                  + " address that readers use, it does.");
      case 431 ->
          new Problem(
              "Request head too large",
              431,
              "The address and headers are longer than %s kB. Shorten the query."
                  .formatted(LONGEST_HEAD_BYTES / 1024));
      case 503 -> new Problem("Not available", 503, "The server is stopping.");
      default ->
          status < 500
              ? new Problem("The request was refused", status, "The server does not take it.")
              : new Problem(
                  "Something went wrong",
                  status,
                  "The fault is ours. The log of the server says more.");
    };
  }
}
