/** What is a record, a format, and the account of a file? */
package broadsheet.corpus.record;
