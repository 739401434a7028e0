package broadsheet.web.page;

import java.util.List;

/**
 * The uses that the reader whose request a thread answers may make of what the reader may read.
 * Immutable.
 *
 * @param exports taking many articles away at once
 * @param words having words counted
 */
public record ReaderUses(Use exports, Use words) {

  /** Every use of everything. */
  public static final ReaderUses ALL = new ReaderUses(Use.ALL, Use.ALL);

  private static final ThreadLocal<ReaderUses> NOW = ThreadLocal.withInitial(() -> ALL);

  /**
   * A use.
   *
   * @param isAny whether it may be made of anything
   * @param withheld the collections of which it may not be made, in a few words; empty for none
   */
  public record Use(boolean isAny, String withheld) {

    static final Use ALL = new Use(true, "");

    /**
     * The use of some collections only.
     *
     * @param others those that may be read, and not used so
     */
    public static Use of(boolean isAny, List<String> others) {
      int last = others.size() - 1;
      return new Use(
          isAny,
          last < 1
              ? String.join("", others)
              : String.join(", ", others.subList(0, last)) + " and " + others.get(last));
    }

    private String without(String what) {
      return withheld.isEmpty() || !isAny
          ? ""
          : "Without %s, which you may read, but not %s.".formatted(withheld, what);
    }
  }

  /** Those of the request that this thread answers. */
  public static ReaderUses now() {
    return NOW.get();
  }

  /** Begins to answer a request of one with these. */
  public static void begin(ReaderUses uses) {
    NOW.set(uses);
  }

  /** A sentence on what downloads leave out; empty if they leave out nothing. */
  public String leftOut() {
    return exports.without("take away");
  }

  /** A sentence on the collections whose words are not counted; empty if all are. */
  public String uncounted() {
    return words.without("have counted");
  }
}
