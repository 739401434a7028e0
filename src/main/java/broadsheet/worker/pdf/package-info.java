/** How is a PDF opened in a worker? */
package broadsheet.worker.pdf;
