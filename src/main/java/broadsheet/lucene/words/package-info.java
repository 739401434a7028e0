/** How are the words of articles listed and counted? */
package broadsheet.lucene.words;
