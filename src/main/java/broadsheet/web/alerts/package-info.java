/** What is new for a saved search? The list, the form, and a page and feed for each search. */
package broadsheet.web.alerts;
