package broadsheet.receipt;

import broadsheet.engine.request.FacetField;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells in sentences why a search may find something else than it did.
 *
 * @param state the state of the archive now
 * @param counts the counts of the search now
 * @param aside the number of articles that it no longer finds because what their source repeats is
 *     set aside now
 */
record Causes(Receipt then, ArchiveState state, Counts counts, long aside) {

  private static final Set<QueryField> NAMES =
      Set.of(
          QueryField.PERSON,
          QueryField.ORGANISATION,
          QueryField.PLACE,
          QueryField.SAID,
          QueryField.SPEAKER);

  private static final List<FacetField> FACETS =
      List.of(FacetField.PERSON, FacetField.ORGANISATION, FacetField.PLACE);

  /**
   * All of them.
   *
   * @param reading how the query is read now
   * @param lists those on lists
   */
  List<String> all(String reading, List<String> lists) {
    List<String> all = new ArrayList<>();
    addIncomplete(all, "The search of the receipt", then.counts());
    addIncomplete(all, "Today’s search", counts);
    addArchive(all);
    ArchiveState before = then.archive();
    if (before.indexFormat() != state.indexFormat()) {
      all.add(
          "The index has format %s; it was %s."
              .formatted(state.indexFormat(), before.indexFormat()));
    }
    if (!then.query().reading().equals(reading)) {
      all.add(
          "The query is read as “%s”; it was read as “%s”."
              .formatted(reading, then.query().reading()));
    }
    if (asksForNames() && !before.names().equals(state.names())) {
      all.add(namesChanged(before));
    }
    if (aside > 0) {
      all.add(
          String.format(
              Locale.ROOT,
              "%,d of the articles that are gone match%s only in text that their source repeats,"
                  + " which is set aside now; add furniture:show to search it.",
              aside,
              aside == 1 ? "es" : ""));
    }
    all.addAll(lists);
    return all;
  }

  private static void addIncomplete(List<String> all, String what, Counts counts) {
    String word = counts.completeness();
    switch (word) {
      case "whole" -> {}
      case "time_up" -> all.add(what + " was cut short by its time limit.");
      case "part_unreachable" -> all.add(what + " could not reach all parts of the archive.");
      default -> all.add(what + " had patterns that match too many words: " + word + ".");
    }
  }

  private void addArchive(List<String> all) {
    ArchiveState before = then.archive();
    if (!before.state().equals(state.state())) {
      all.add(
          String.format(
              Locale.ROOT,
              "The archive was updated at %s and has %,d articles; that of the receipt was of %s"
                  + " and had %,d.",
              state.builtAt(),
              state.articles(),
              before.builtAt(),
              before.articles()));
    }
  }

  private String namesChanged(ArchiveState before) {
    if (before.names().isEmpty()) {
      return "Names are found in the articles; they were not.";
    }
    return state.names().isEmpty()
        ? "Names are no longer found in the articles."
        : "Names were decided anew or corrected.";
  }

  private boolean asksForNames() {
    QueryNode query = QueryParser.parse(then.query().text(), then.query().when()).root();
    return asksForNames(query)
        || FACETS.stream().anyMatch(facet -> then.search().containsKey(facet.label()));
  }

  private static boolean asksForNames(QueryNode node) {
    return (node instanceof QueryNode.InField(QueryField field, QueryNode _)
            && NAMES.contains(field))
        || node.parts().stream().anyMatch(Causes::asksForNames);
  }
}
