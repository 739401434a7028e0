/** Which day is written here? */
package broadsheet.corpus.date;
