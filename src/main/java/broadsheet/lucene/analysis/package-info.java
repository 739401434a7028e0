/** How does text become words? The same for indexing and for searching. */
package broadsheet.lucene.analysis;
