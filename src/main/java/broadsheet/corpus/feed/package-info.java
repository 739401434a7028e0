/** How are articles read from feeds? */
package broadsheet.corpus.feed;
