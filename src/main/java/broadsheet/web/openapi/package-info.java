/** What does each address take and answer, for programs? */
package broadsheet.web.openapi;
