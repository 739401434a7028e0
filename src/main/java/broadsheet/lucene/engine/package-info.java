/** Is a request answered in one way, whatever the parts of an archive? */
package broadsheet.lucene.engine;
