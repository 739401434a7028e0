/** Who sends a request, may they, and what does its body hold? */
package broadsheet.web.request;
