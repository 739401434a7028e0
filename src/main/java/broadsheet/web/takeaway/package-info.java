/** In which other forms can the articles of a search be read? Exports and feeds. */
package broadsheet.web.takeaway;
