/** How did what is written change over time? */
package broadsheet.web.trends;
