/** How do files become an index: whole, updated, watched? */
package broadsheet.indexing;
