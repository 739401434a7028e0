/**
 * How is the export of a search sent? Within limits, in chunks; and feeds of its newest articles.
 */
package broadsheet.web.takeaway;
