/**
 * Where do articles come from? Walks folders, has each file read by the format it is in, and says
 * in the ledger what was indexed, skipped or failed and why. The formats are rooms of their own.
 */
package broadsheet.corpus;
