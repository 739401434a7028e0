/**
 * Where do articles come from? Walks folders, reads each file in its format, and records in the
 * ledger what was indexed, skipped or failed and why. The formats are rooms of their own.
 */
package broadsheet.corpus;
