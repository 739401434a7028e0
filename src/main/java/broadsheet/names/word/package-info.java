/** What is known of words and names beforehand? */
package broadsheet.names.word;
