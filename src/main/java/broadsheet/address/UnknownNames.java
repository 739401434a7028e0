package broadsheet.address;

import broadsheet.operation.ArchiveOperation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes on unknown parameters in an address. */
public final class UnknownNames {
  private static final int NAMED = 10;

  /** Parameters that other sites append to links to track their readers. */
  private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "dclid", "msclkid", "ref");

  private UnknownNames() {}

  /**
   * A sentence for each of the first ten names that an operation does not take, and one for the
   * rest.
   */
  public static List<String> notes(QueryString given, ArchiveOperation operation) {
    List<String> names =
        given.pairs().stream()
            .map(QueryString.Pair::name)
            .filter(name -> operation.parameter(name).isEmpty() && !isTracker(name))
            .distinct()
            .toList();
    Stream<String> first =
        names.stream()
            .limit(NAMED)
            .map(name -> "Ignored “" + ParameterReader.shortened(name) + "” in the link");
    int others = names.size() - NAMED;
    return Stream.concat(first, others > 0 ? Stream.of(rest(others)) : Stream.of()).toList();
  }

  private static boolean isTracker(String name) {
    return name.startsWith("utm_") || TRACKERS.contains(name);
  }

  private static String rest(int others) {
    return others == 1
        ? "Ignored 1 more name in the link"
        : "Ignored " + others + " more names in the link";
  }
}
