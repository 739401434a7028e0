/**
 * How is a search cited, and repeated years later? Receipts of searches, their files, and what has
 * changed since one was made.
 */
package broadsheet.receipt;
