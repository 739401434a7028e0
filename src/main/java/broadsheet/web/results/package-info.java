/** What did a search find? */
package broadsheet.web.results;
