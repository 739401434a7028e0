/** How is an index searched, and what in a text matched? */
package broadsheet.lucene.search;
