/** What do the parts of an archive have to know of each other's terms? */
package broadsheet.lucene.facts;
