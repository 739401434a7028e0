/** What is marked in an article, and which sentences show it? */
package broadsheet.lucene.mark;
