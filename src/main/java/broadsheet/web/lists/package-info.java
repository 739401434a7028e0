/** Which articles does a reader keep? Lists, their notes, what was read, exports and imports. */
package broadsheet.web.lists;
