/** What came in for whom? Saved searches: the list, the form, and for each its page and feed. */
package broadsheet.web.alerts;
