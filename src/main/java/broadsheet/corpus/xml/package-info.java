/** How are articles read from XML? */
package broadsheet.corpus.xml;
