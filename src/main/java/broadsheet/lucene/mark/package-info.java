/** What is marked, and which sentences show it? */
package broadsheet.lucene.mark;
