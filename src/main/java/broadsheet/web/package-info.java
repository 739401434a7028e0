/** HTTP in; one view record out, as HTML or JSON. */
package broadsheet.web;
