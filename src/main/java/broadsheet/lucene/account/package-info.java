/** What became of everything that was read, in one state of an index? */
package broadsheet.lucene.account;
