/** The embedded engine, which is the default: the rooms below put together. */
package broadsheet.lucene;
