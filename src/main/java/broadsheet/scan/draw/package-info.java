/** How does a worker draw a page for browsers? */
package broadsheet.scan.draw;
