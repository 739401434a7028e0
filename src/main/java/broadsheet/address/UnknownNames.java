package broadsheet.address;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Notes on unknown parameters in an address. */
public final class UnknownNames {
  private static final int NAMED = 10;

  private UnknownNames() {}

  /**
   * A sentence for each of the first ten names, and one for the rest.
   *
   * @param isUnknown whether a name is ignored
   */
  public static List<String> notes(QueryString given, Predicate<String> isUnknown) {
    List<String> names =
        given.pairs().stream().map(QueryString.Pair::name).filter(isUnknown).distinct().toList();
    Stream<String> first =
        names.stream()
            .limit(NAMED)
            .map(name -> "Ignored “" + ParameterReader.shortened(name) + "” in the link");
    int others = names.size() - NAMED;
    return Stream.concat(first, others > 0 ? Stream.of(rest(others)) : Stream.of()).toList();
  }

  private static String rest(int others) {
    return others == 1
        ? "Ignored 1 more name in the link"
        : "Ignored " + others + " more names in the link";
  }
}
