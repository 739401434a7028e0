/** The embedded engine, the default: what it is made of, put together. */
package broadsheet.lucene;
