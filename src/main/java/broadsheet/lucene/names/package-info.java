/** Which articles mention a name that was decided for the archive, and where? */
package broadsheet.lucene.names;
