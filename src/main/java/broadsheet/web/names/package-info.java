/** What does the archive say about a name? */
package broadsheet.web.names;
