/** Is this hit relevant? The forms on the hits, and the handler that takes them. */
package broadsheet.web.judging;
