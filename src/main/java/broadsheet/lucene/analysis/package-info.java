/** How does text become words? The same way for indexing and for searching. */
package broadsheet.lucene.analysis;
