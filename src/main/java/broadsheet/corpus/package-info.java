/**
 * Where do articles come from? Walks folders and archives, one class per format, keeps the ledger
 * of what was indexed, skipped or failed and why.
 */
package broadsheet.corpus;
