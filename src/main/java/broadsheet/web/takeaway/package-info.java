/** In what other forms can the articles of a search be had? Exports and feeds. */
package broadsheet.web.takeaway;
