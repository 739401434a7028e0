/** Which questions does each part of an archive answer? */
package broadsheet.lucene.part;
