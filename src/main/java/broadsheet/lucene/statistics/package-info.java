/** Which global term statistics must the parts of an archive know to score alike? */
package broadsheet.lucene.statistics;
