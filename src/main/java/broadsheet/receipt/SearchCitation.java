package broadsheet.receipt;

import broadsheet.address.SearchParameters;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;

/**
 * The citation of a search: everything of its receipt but the articles. Immutable.
 *
 * @param madeAt when the search was run, ISO 8601 in UTC
 * @param reading how its query was read, in plain words
 */
public record SearchCitation(
    String madeAt,
    String reading,
    SearchParameters parameters,
    ArchiveState archive,
    Counts counts) {}
