/**
 * HTTP in; one view record out, as HTML or JSON. View records are public because the templates,
 * which are generated into a package of their own, read them; nobody else needs to.
 */
package broadsheet.web;
