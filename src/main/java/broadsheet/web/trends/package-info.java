/** How does coverage change over time? */
package broadsheet.web.trends;
