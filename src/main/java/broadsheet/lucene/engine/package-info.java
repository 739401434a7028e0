/** How does an engine answer, whatever the parts of its archive? */
package broadsheet.lucene.engine;
