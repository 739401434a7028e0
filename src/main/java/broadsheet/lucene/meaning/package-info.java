/** Which articles are near in meaning? */
package broadsheet.lucene.meaning;
