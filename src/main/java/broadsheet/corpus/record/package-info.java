/** What is a record, a format, and the account kept of a file? */
package broadsheet.corpus.record;
