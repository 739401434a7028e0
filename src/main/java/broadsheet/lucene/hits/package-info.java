/** Which articles match? All of them, segment by segment, with or without the best ones. */
package broadsheet.lucene.hits;
