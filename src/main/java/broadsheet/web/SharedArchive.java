package broadsheet.web;

import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.SearchEngine;
import broadsheet.rights.Rights;
import java.util.function.Supplier;

/**
 * An archive whose readers may see different collections of it.
 *
 * @param whole all collections, for what the server tells of itself; closed by the caller
 * @param collections closed by the caller, after the server
 * @param rights the rights that count at the moment
 * @param isForOperator whether requests made on this machine itself are those of the operator
 */
public record SharedArchive(
    SearchEngine whole,
    ArchiveCollections collections,
    Supplier<Rights> rights,
    boolean isForOperator) {}
