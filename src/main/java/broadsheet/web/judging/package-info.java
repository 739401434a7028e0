/** Is this hit what was asked for? Forms at the hits, and what takes them. */
package broadsheet.web.judging;
